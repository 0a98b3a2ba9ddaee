//! How many cases a property gets, and from which seed.

use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use std::{cell::Cell, env, fmt::Debug, io::Write, time::Instant};

/// Checks `property` for `cases` values, or `FUZZ_TIMES` as many. The seed is `FUZZ_SEED`, so a run
/// without one is the same each time. A failure shows the smallest value that fails.
pub fn fuzz<S: Strategy<Value: Debug>>(
    name: &str,
    cases: u32,
    values: S,
    property: impl Fn(S::Value),
) {
    let cases = cases * variable("FUZZ_TIMES").unwrap_or(1);
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&variable("FUZZ_SEED").unwrap_or(0).to_le_bytes());
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let start = Instant::now();
    let checked_cases = Cell::new(0_u64);
    let checked = TestRunner::new_with_rng(config, rng).run(&values, |value| {
        checked_cases.set(checked_cases.get() + 1);
        property(value);
        Ok::<(), TestCaseError>(())
    });
    // Shown while the test runs, unlike the output of `println`.
    let seconds = start.elapsed().as_secs_f32();
    let cases = checked_cases.get();
    writeln!(std::io::stderr(), "fuzz: {cases} cases of {name} in {seconds:.1} s")
        .expect("standard error is open");
    if let Err(failure) = checked {
        panic!("{name}: {failure}");
    }
}

fn variable(name: &str) -> Option<u32> {
    let value = env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} is not a number: {value}")))
}
