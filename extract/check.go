package extract

import "github.com/belegt/extract/extract/text"

// CheckRules runs the examples of every loaded rule and returns what is wrong
// with them, each as a *rule.Error.
func (x *Extractor) CheckRules() ([]error, error) {
	w, err := x.NewWorker()
	if err != nil {
		return nil, err
	}
	var failed error
	errs := x.set.Check(func(s string) *text.Doc {
		a, err := w.Read("example", []byte(s))
		if err != nil {
			failed = err
			return &text.Doc{}
		}
		return a.Doc
	})
	return errs, failed
}
