package rule

import "errors"

func unpack(string) ([]*lexDecl, []*ruleDecl, []offDecl, error) {
	return nil, nil, nil, errors.New("not written yet")
}
