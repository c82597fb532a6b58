package rule_test
