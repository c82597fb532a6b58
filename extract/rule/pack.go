package rule

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"strings"
)

// The packed form of a source holds its declarations without examples and
// notes, so that a program starts without parsing YAML. Layout: magic, checksum
// of the files, the table of strings (count, lengths, bytes), then the
// declarations as varints, strings by their number in the table. One walk, the
// methods of codec, both writes and reads it.

const magic = "rules\x02"

// Pack returns the packed form of a source's files, to be given as
// Source.Packed. The files have to be sound on their own.
func Pack(src Source) (string, error) {
	src.Packed = ""
	if _, err := Load(nil, src); err != nil {
		return "", err
	}
	found, _ := src.parse()
	sum, err := src.checksum()
	if err != nil {
		return "", err
	}
	c := codec{writing: true, ids: map[string]int{}}
	c.all(&found, src.Label)
	head := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, sum)...)
	head = binary.AppendVarint(head, int64(len(c.table)))
	for _, s := range c.table {
		head = binary.AppendVarint(head, int64(len(s)))
	}
	return string(head) + strings.Join(c.table, "") + string(c.out), nil
}

// Fresh reports whether s.Packed was made from just these files.
func (src Source) Fresh() bool {
	sum, err := src.checksum()
	p := src.Packed
	return err == nil && len(p) >= len(magic)+4 && p[:len(magic)] == magic &&
		binary.LittleEndian.Uint32([]byte(p[len(magic):len(magic)+4])) == sum
}

// checksum is over names and contents of the files.
func (src Source) checksum() (uint32, error) {
	names, err := src.files()
	if err != nil {
		return 0, err
	}
	table := crc32.MakeTable(crc32.Castagnoli)
	var sum uint32
	buf := make([]byte, 32<<10)
	for _, name := range names {
		f, err := src.FS.Open(name)
		if err != nil {
			return 0, err
		}
		sum = crc32.Update(sum, table, append([]byte(name), 0))
		total := 0
		for err == nil {
			var n int
			n, err = f.Read(buf)
			sum = crc32.Update(sum, table, buf[:n])
			total += n
		}
		f.Close()
		if err != io.EOF {
			return 0, err
		}
		sum = crc32.Update(sum, table, binary.AppendUvarint(nil, uint64(total)))
	}
	return sum, nil
}

var errPacked = errors.New("the packed rules are damaged; run go generate ./extract/rules")

// unpack reads what Pack wrote. Strings are substrings of p.
func unpack(p string) (found content, err error) {
	if len(p) < len(magic)+4 || p[:len(magic)] != magic {
		return content{}, errPacked
	}
	c := codec{in: p[len(magic)+4:]}
	var n int
	c.length(&n)
	if c.bad {
		return content{}, errPacked
	}
	lens := make([]int, n)
	for i := range lens {
		c.int(&lens[i])
	}
	c.table = make([]string, n)
	for i, l := range lens {
		if c.bad || l < 0 || l > len(c.in) {
			return content{}, errPacked
		}
		c.table[i], c.in = c.in[:l], c.in[l:]
	}
	c.all(&found, "")
	if c.bad || c.in != "" {
		return content{}, errPacked
	}
	return found, nil
}

type codec struct {
	writing bool
	out     []byte
	in      string
	bad     bool
	table   []string
	ids     map[string]int
	depth   int

	nodeSlab []node
	ptrSlab  []*node
	attrSlab []attr
	strSlab  []string
}

func (c *codec) int(v *int) {
	if c.writing {
		c.out = binary.AppendVarint(c.out, int64(*v))
		return
	}
	if len(c.in) > 0 && c.in[0] < 0x80 {
		b := int(c.in[0])
		c.in = c.in[1:]
		*v = b>>1 ^ -(b & 1)
		return
	}
	var u uint64
	for i := 0; ; i++ {
		if i >= len(c.in) || i >= binary.MaxVarintLen64 {
			c.bad, c.in, *v = true, "", 0
			return
		}
		b := c.in[i]
		u |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.in = c.in[i+1:]
			break
		}
	}
	*v = int(u>>1) ^ -int(u&1)
}

// length reads the length of a list whose members take at least a byte each.
func (c *codec) length(n *int) {
	c.int(n)
	if !c.writing && (*n < 0 || *n > len(c.in)) {
		c.bad, c.in, *n = true, "", 0
	}
}

func (c *codec) str(s *string) {
	if c.writing {
		id, ok := c.ids[*s]
		if !ok {
			id = len(c.table)
			c.ids[*s] = id
			c.table = append(c.table, *s)
		}
		c.int(&id)
		return
	}
	var id int
	c.int(&id)
	if id < 0 || id >= len(c.table) {
		c.bad, *s = true, ""
		return
	}
	*s = c.table[id]
}

func (c *codec) bool(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.int(&n)
	*b = n != 0
}

// small is any small number.
func small[T ~uint8 | ~uint16 | ~uint32](c *codec, v *T) {
	n := int(*v)
	c.int(&n)
	*v = T(n)
}

// cut takes n members from a slab, to make few allocations of many small lists.
func cut[T any](slab *[]T, n int) []T {
	if slab == nil {
		return make([]T, n)
	}
	if n > len(*slab) {
		*slab = make([]T, max(n, 256))
	}
	out := (*slab)[:n:n]
	*slab = (*slab)[n:]
	return out
}

// many walks a list; an empty list reads back as nil.
func many[T any](c *codec, v *[]T, slab *[]T, one func(*T)) {
	n := len(*v)
	c.length(&n)
	if !c.writing {
		*v = nil
		if n > 0 {
			*v = cut(slab, n)
		}
	}
	for i := range *v {
		if c.bad {
			return
		}
		one(&(*v)[i])
	}
}

func (c *codec) strs(v *[]string) { many(c, v, &c.strSlab, c.str) }

func (c *codec) attrs(v *[]attr) {
	many(c, v, &c.attrSlab, func(a *attr) { c.str(&a.key); c.str(&a.value) })
}

// file walks a place's file and line; the label stays out.
func (c *codec) file(p *place, label string) {
	name := strings.TrimPrefix(p.file, label)
	c.str(&name)
	c.int(&p.line)
	if !c.writing {
		p.file = name
	}
}

func (c *codec) all(found *content, label string) {
	many(c, &found.parts, nil, func(d **partDecl) {
		if !c.writing {
			*d = &partDecl{}
		}
		c.file(&(*d).place, label)
		c.str(&(*d).id)
		c.nodes(&(*d).pattern)
	})
	many(c, &found.lexicons, nil, func(d **lexDecl) {
		if !c.writing {
			*d = &lexDecl{}
		}
		c.lexicon(*d, label)
	})
	many(c, &found.rules, nil, func(d **ruleDecl) {
		if !c.writing {
			*d = &ruleDecl{}
		}
		c.rule(*d, label)
	})
	many(c, &found.off, nil, func(o *offDecl) { c.file(&o.place, label); c.str(&o.id) })
}

func (c *codec) lexicon(d *lexDecl, label string) {
	c.file(&d.place, label)
	c.str(&d.id)
	small(c, &d.by)
	c.bool(&d.exact)
	c.bool(&d.compounds)
	c.bool(&d.add)
	small(c, &d.pos)
	c.attrs(&d.set)
	many(c, &d.entries, nil, func(e *Entry) { c.str(&e.Key); c.attrs(&e.attrs) })
	d.checked = !c.writing
}

func (c *codec) rule(d *ruleDecl, label string) {
	c.file(&d.place, label)
	c.str(&d.id)
	c.str(&d.proposes)
	c.int(&d.priority)
	c.attrs(&d.set)
	many(c, &d.patterns, nil, c.nodes)
}

func (c *codec) nodes(v *[]*node) {
	many(c, v, &c.ptrSlab, func(n **node) {
		if !c.writing {
			*n = &cut(&c.nodeSlab, 1)[0]
		}
		c.node(*n)
	})
}

// maxDepth bounds how deep items may be nested.
const maxDepth = 50

func (c *codec) node(n *node) {
	if c.depth++; c.depth > maxDepth {
		c.bad = true
		return
	}
	small(c, &n.kind)
	groups := 0
	if c.writing {
		groups = n.groups()
	}
	c.int(&groups)
	if groups&hasLists != 0 {
		many(c, &n.lists, nil, func(t *listTest) {
			c.strs(&t.lex)
			small(c, &t.by)
			c.bool(&t.exact)
			c.strs(&t.words)
		})
	}
	if groups&hasTests != 0 {
		small(c, &n.pos)
		many(c, &n.feats, nil, func(f *featTest) { small(c, &f.mask); small(c, &f.values) })
		small(c, &n.shape)
		small(c, &n.clause)
		small(c, &n.quoted)
		can := []*node(nil)
		if n.can != nil {
			can = []*node{n.can}
		}
		c.nodes(&can)
		if len(can) > 0 {
			n.can = can[0]
		}
		c.nodes(&n.not)
	}
	if groups&hasTyped != 0 {
		c.strs(&n.names)
		c.strs(&n.bounds)
		c.strs(&n.units)
		small(c, &n.compound)
		small(c, &n.one)
		small(c, &n.year)
		c.bool(&n.full)
		c.bool(&n.name)
		small(c, &n.cases)
		c.nodes(&n.head)
	}
	if groups&hasSeqs != 0 {
		c.int(&n.min)
		c.int(&n.max)
		c.bool(&n.clausal)
		small(c, &n.at)
		c.bool(&n.negative)
		many(c, &n.seqs, nil, c.nodes)
		c.str(&n.part)
	}
	if groups&hasUse != 0 {
		c.str(&n.as)
		c.bool(&n.opt)
		c.int(&n.rmin)
		c.int(&n.rmax)
	}
	c.depth--
}

// The groups of a node's fields; a group with nothing in it isn't written.
const (
	hasLists = 1 << iota
	hasTests
	hasTyped
	hasSeqs
	hasUse
)

func (n *node) groups() (g int) {
	set := func(group int, present bool) {
		if present {
			g |= group
		}
	}
	set(hasLists, n.lists != nil)
	set(hasTests, n.pos != 0 || n.feats != nil || n.shape != 0 || n.clause != 0 || n.quoted != unasked || n.can != nil || n.not != nil)
	set(hasTyped, n.kind == kindQuantity || n.kind == kindDate || n.kind == kindNP)
	set(hasSeqs, n.kind == kindGap || n.kind >= kindAny)
	set(hasUse, n.as != "" || n.opt || n.rmax != 0)
	return g
}
