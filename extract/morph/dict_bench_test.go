package morph

import "testing"

func BenchmarkLookup(b *testing.B) {
	d, _ := Load()
	for _, f := range []string{"Soldaten", "mitgeteilt", "verletzten", "Infanteriesoldaten", "Zelenskyj"} {
		b.Run(f, func(b *testing.B) {
			b.ReportAllocs()
			rs := d.Lookup(f)
			for b.Loop() {
				rs = d.AppendLookup(rs[:0], f)
			}
		})
	}
}
