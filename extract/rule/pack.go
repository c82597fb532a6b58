package rule

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"strings"
)

// The packed form of a source holds its declarations without examples and
// notes, so that a program starts without parsing YAML. Layout: magic, checksum
// of the files, the table of strings (count, lengths, bytes), then the
// declarations as varints, strings by their number in the table. One walk, the
// methods of codec, both writes and reads it.

const magic = "rules\x01"

// Pack returns the packed form of a source's files, to be given as
// Source.Packed. The files have to be sound on their own.
func Pack(src Source) (string, error) {
	src.Packed = ""
	if _, err := Load(nil, src); err != nil {
		return "", err
	}
	lexicons, rules, off, _ := src.parse()
	sum, err := src.checksum()
	if err != nil {
		return "", err
	}
	c := codec{writing: true, ids: map[string]int{}}
	c.all(&lexicons, &rules, &off, src.Label)
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
	for _, name := range names {
		data, err := fs.ReadFile(src.FS, name)
		if err != nil {
			return 0, err
		}
		sum = crc32.Update(sum, table, fmt.Appendf(nil, "%s\x00%d\x00", name, len(data)))
		sum = crc32.Update(sum, table, data)
	}
	return sum, nil
}

var errPacked = errors.New("the packed rules are damaged; run go generate ./extract/rules")

// unpack reads what Pack wrote. Strings are substrings of p.
func unpack(p string) (lexicons []*lexDecl, rules []*ruleDecl, off []offDecl, err error) {
	if len(p) < len(magic)+4 || p[:len(magic)] != magic {
		return nil, nil, nil, errPacked
	}
	c := codec{in: p[len(magic)+4:]}
	var n int
	c.length(&n)
	if c.bad {
		return nil, nil, nil, errPacked
	}
	lens := make([]int, n)
	for i := range lens {
		c.int(&lens[i])
	}
	c.table = make([]string, n)
	for i, l := range lens {
		if c.bad || l < 0 || l > len(c.in) {
			return nil, nil, nil, errPacked
		}
		c.table[i], c.in = c.in[:l], c.in[l:]
	}
	c.all(&lexicons, &rules, &off, "")
	if c.bad || c.in != "" {
		return nil, nil, nil, errPacked
	}
	return lexicons, rules, off, nil
}

type codec struct {
	writing bool
	out     []byte
	in      string
	bad     bool
	table   []string
	ids     map[string]int
	depth   int
}

func (c *codec) int(v *int) {
	if c.writing {
		c.out = binary.AppendVarint(c.out, int64(*v))
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

// many walks a list; an empty list reads back as nil.
func many[T any](c *codec, v *[]T, one func(*T)) {
	n := len(*v)
	c.length(&n)
	if !c.writing {
		*v = nil
		if n > 0 {
			*v = make([]T, n)
		}
	}
	for i := range *v {
		if c.bad {
			return
		}
		one(&(*v)[i])
	}
}

func (c *codec) strs(v *[]string) { many(c, v, c.str) }

func (c *codec) attrs(v *[]attr) {
	many(c, v, func(a *attr) { c.str(&a.key); c.str(&a.value) })
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

func (c *codec) all(lexicons *[]*lexDecl, rules *[]*ruleDecl, off *[]offDecl, label string) {
	many(c, lexicons, func(d **lexDecl) {
		if !c.writing {
			*d = &lexDecl{}
		}
		c.lexicon(*d, label)
	})
	many(c, rules, func(d **ruleDecl) {
		if !c.writing {
			*d = &ruleDecl{}
		}
		c.rule(*d, label)
	})
	many(c, off, func(o *offDecl) { c.file(&o.place, label); c.str(&o.id) })
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
	many(c, &d.entries, func(e *entryDecl) { c.str(&e.key); c.attrs(&e.attrs) })
}

func (c *codec) rule(d *ruleDecl, label string) {
	c.file(&d.place, label)
	c.str(&d.id)
	c.str(&d.proposes)
	c.int(&d.priority)
	c.attrs(&d.set)
	many(c, &d.patterns, c.nodes)
}

func (c *codec) nodes(v *[]*node) {
	many(c, v, func(n **node) {
		if !c.writing {
			*n = &node{}
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
	many(c, &n.lists, func(t *listTest) {
		c.strs(&t.lex)
		small(c, &t.by)
		c.bool(&t.exact)
		c.strs(&t.words)
		if !c.writing {
			t.at = make([]place, len(t.lex))
		}
	})
	small(c, &n.pos)
	many(c, &n.feats, func(f *featTest) { small(c, &f.mask); small(c, &f.values) })
	small(c, &n.shape)
	small(c, &n.clause)
	small(c, &n.quoted)
	c.nodes(&n.not)
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
	c.int(&n.min)
	c.int(&n.max)
	c.bool(&n.clausal)
	small(c, &n.at)
	c.bool(&n.negative)
	many(c, &n.seqs, c.nodes)
	c.str(&n.as)
	c.bool(&n.opt)
	c.int(&n.rmin)
	c.int(&n.rmax)
	c.depth--
}
