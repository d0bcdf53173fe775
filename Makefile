# Two commands on a fresh machine: `make demo` and `make test`.
# tools/with-build-tools installs cmake and libclang when they are missing, then runs the command.
AS_OF ?= 2026-11-20
ROSTER ?= fixtures/neijiang
# `make soak`: how many cases of each property, in the modules of tests/it that have some.
CASES ?= 5000
PROPERTIES ?= kin:: plan::exhaustive plan::growth plan::theorems read::rows roster_properties:: solve:: ties::
CARGO ?= ./tools/with-build-tools cargo

.PHONY: help demo test soak mutants lint bench

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: ## build, then assemble the teams of the example city; open slots (exit code 7) are a result, not a failure
	@$(CARGO) build --release --locked
	@$(CARGO) run --release --locked --quiet -- team $(ROSTER) --as-of $(AS_OF) || [ $$? -eq 7 ]

test: ## run every test; properties are tried on the same cases each time
	@$(CARGO) test --release --locked

soak: ## try every property on CASES new cases (5000), drawn from SEED (a new one); PROPERTIES says which modules
	@seed=$(SEED); seed=$${seed:-$$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}; echo "SEED=$$seed CASES=$(CASES)"; \
		PROPTEST_RNG_SEED=$$seed PROPTEST_CASES=$(CASES) PROPTEST_DISABLE_FAILURE_PERSISTENCE=true \
		$(CARGO) test --release --locked --lib --test it -- $(PROPERTIES)

mutants: ## flip every comparison in ties, screening and rows, one at a time; some test must notice
	@$(CARGO) test --release --locked --test mutants -- $(WORDS)

lint: ## format, clippy and documentation, all warnings denied
	@cargo fmt --check
	@$(CARGO) clippy --release --locked --all-targets -- -D warnings
	@$(CARGO) clippy --release --locked --test mutants -- -D warnings # not among all targets: `make test` leaves it out
	@RUSTDOCFLAGS="-D warnings" $(CARGO) doc --release --locked --no-deps --quiet

bench: ## time the large city
	@$(CARGO) bench --locked
