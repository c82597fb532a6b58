# A folder is named extract, so the binary goes to bin/.

FUZZTIME ?= 5s
# The race detector needs a C compiler.
RACE := $(if $(shell command -v gcc || command -v clang),-race)

.PHONY: build test check bench fuzz golden

build:
	go build -o bin/extract ./cmd/extract

test:
	go test ./...

check: build
	@files=$$(gofmt -l .); test -z "$$files" || { echo "not gofmt'ed:"; echo "$$files"; exit 1; }
	go vet ./...
	go mod tidy -diff
	go test $(RACE) ./...
	bin/extract rules check

bench:
	go test -run='^$$' -bench=. -benchmem ./...

# Every fuzz target for a short time; go test takes one target of one package at a time. Minimising
# what is merely interesting would take all of it.
fuzz:
	@set -e; for pkg in $$(go list ./...); do \
		for target in $$(go test -list='^Fuzz' "$$pkg" | grep '^Fuzz' || true); do \
			echo "$$pkg $$target"; go test -run='^$$' -fuzz="^$$target\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=10x "$$pkg"; \
		done; \
	done

# Write the expected outputs anew: golden files, README examples and tables. Read the difference.
golden:
	go test ./cmd/extract -run='^(TestGolden|TestReadme)' -update
