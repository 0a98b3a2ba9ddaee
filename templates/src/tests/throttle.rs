use crate::runtime::throttle::Throttle;
use std::time::{Duration, Instant};

#[test]
fn an_action_passes_once_in_an_interval() {
    let start = Instant::now();
    let mut throttle = Throttle::new(Duration::from_secs(8));
    let passed =
        (0..200).filter(|tenth| throttle.passes(start + Duration::from_millis(tenth * 100)));
    assert_eq!(passed.collect::<Vec<_>>(), [0, 80, 160]);
    assert!(!throttle.passes(start), "the clock cannot go back");
}
