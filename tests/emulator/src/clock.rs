//! The emulator's time. It runs with the machine's clock, and a test can move it: then a token
//! expires, or a retention policy ends a thread, without waiting.

use serde::{Deserialize, Serialize};
use std::{
    fmt,
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// The machine's clock plus an offset. Tokens, messages and retention policies follow it;
/// signatures with the access key are always checked against the machine's clock.
#[derive(Debug, Default)]
pub struct Clock {
    /// In ticks of a [`Timestamp`].
    offset: AtomicI64,
}

impl Clock {
    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.shift(ticks(by));
    }

    /// Sets the clock to a moment, from which it runs on. The moment may be in the past.
    pub fn set(&self, now: SystemTime) {
        self.set_to(now.into());
    }

    /// Sets the clock to the machine's clock.
    pub fn reset(&self) {
        self.offset.store(0, Ordering::Relaxed);
    }

    /// Returns the clock's time.
    pub fn time(&self) -> SystemTime {
        self.now().into()
    }

    pub(crate) fn now(&self) -> Timestamp {
        let offset = self.offset.load(Ordering::Relaxed);
        Timestamp::from_ticks(Timestamp::from(SystemTime::now()).0.saturating_add(offset))
    }

    pub(crate) fn set_to(&self, now: Timestamp) {
        self.offset.store(now.0 - Timestamp::from(SystemTime::now()).0, Ordering::Relaxed);
    }

    /// Moves the clock by a number of seconds, backwards if it is negative.
    pub(crate) fn shift_seconds(&self, seconds: i64) {
        self.shift(seconds.saturating_mul(SECOND));
    }

    pub(crate) fn offset_seconds(&self) -> i64 {
        self.offset.load(Ordering::Relaxed) / SECOND
    }

    fn shift(&self, by: i64) {
        // The offset stays so small that no sum with a timestamp can overflow.
        let shifted = |offset: i64| Some(offset.saturating_add(by).clamp(-FARTHEST, FARTHEST));
        // The closure never returns `None`, so the update cannot fail.
        let _ = self.offset.fetch_update(Ordering::Relaxed, Ordering::Relaxed, shifted);
    }
}

/// A moment, in ticks of 100 nanoseconds since 1970: as fine as the service's own times. Its year
/// is always one that RFC 3339 can write, from 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Timestamp(i64);

const SECOND: i64 = 10_000_000;
const FARTHEST: i64 = 10_000 * 366 * 24 * 60 * 60 * SECOND;

fn ticks(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos() / 100).unwrap_or(i64::MAX)
}

impl Timestamp {
    pub const EPOCH: Timestamp = Timestamp(0);
    /// 0000-01-01T00:00:00Z
    const FIRST: i64 = -62_167_219_200 * SECOND;
    /// 9999-12-31T23:59:59.9999999Z
    const LAST: i64 = 253_402_300_800 * SECOND - 1;

    /// The nearest moment in the years that RFC 3339 can write.
    pub fn from_ticks(ticks: i64) -> Self {
        Self(ticks.clamp(Self::FIRST, Self::LAST))
    }

    pub fn ticks(self) -> i64 {
        self.0
    }

    /// Reads an RFC 3339 time with any offset.
    pub fn parse(text: &str) -> Option<Self> {
        let time = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        let ticks = i64::try_from(time.unix_timestamp_nanos().div_euclid(100));
        ticks.ok().map(Self::from_ticks)
    }

    /// Milliseconds since 1970, the number that the service makes message ids of.
    pub fn millis(self) -> u64 {
        u64::try_from(self.0 / 10_000).unwrap_or(0)
    }

    pub fn from_millis(millis: u64) -> Self {
        Self::from_ticks(i64::try_from(millis).unwrap_or(i64::MAX).saturating_mul(10_000))
    }

    /// The same moment without the part below a millisecond.
    pub fn in_millis(self) -> Self {
        Self(self.0 - self.0.rem_euclid(10_000))
    }

    pub fn seconds(self) -> i64 {
        self.0.div_euclid(SECOND)
    }

    pub fn plus(self, duration: Duration) -> Self {
        Self::from_ticks(self.0.saturating_add(ticks(duration)))
    }

    /// The form of the Identity API: `2023-10-10T21:39:39.3241+00:00`, a fraction without trailing
    /// zeros, and an offset.
    pub fn with_offset(self) -> String {
        let fraction = format!(".{:07}", self.0.rem_euclid(SECOND));
        let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
        format!("{}{fraction}+00:00", self.to_string().trim_end_matches('Z'))
    }

    /// The form of events: as [`with_offset`](Self::with_offset), but with a `Z`.
    pub fn in_utc(self) -> String {
        self.with_offset().replace("+00:00", "Z")
    }

    /// The form in which the service writes `startTime` into a `nextLink`: that of .NET in English,
    /// `1/31/1970 12:00:00 AM +00:00`.
    pub fn in_next_link(self) -> String {
        let time = self.utc();
        let (hour, minute, second) = time.to_hms();
        let half = if hour < 12 { "AM" } else { "PM" };
        let hour = (hour + 11) % 12 + 1;
        let (month, day, year) = (u8::from(time.month()), time.day(), time.year());
        format!("{month}/{day}/{year} {hour}:{minute:02}:{second:02} {half} +00:00")
    }

    fn utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.seconds())
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
            .to_offset(UtcOffset::UTC)
    }
}

/// The form of the Chat API: whole seconds and a `Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().format(&Rfc3339).map_err(|_| fmt::Error)?)
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self::from_ticks(match time.duration_since(UNIX_EPOCH) {
            Ok(since) => ticks(since),
            Err(before) => -ticks(before.duration()),
        })
    }
}

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        let distance = Duration::from_micros(time.0.unsigned_abs() / 10)
            + Duration::from_nanos(time.0.unsigned_abs() % 10 * 100);
        match time.0 {
            0.. => UNIX_EPOCH + distance,
            _ => UNIX_EPOCH - distance,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Timestamp};
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    #[test]
    fn every_form_shows_the_same_moment() {
        let time = Timestamp::parse("2025-04-01T15:08:30.0421+02:00").unwrap();
        assert_eq!(time.to_string(), "2025-04-01T13:08:30Z");
        assert_eq!(time.with_offset(), "2025-04-01T13:08:30.0421+00:00");
        assert_eq!(time.in_utc(), "2025-04-01T13:08:30.0421Z");
        assert_eq!(time.in_millis(), Timestamp::from_millis(time.millis()));
        assert_eq!(time.in_next_link(), "4/1/2025 1:08:30 PM +00:00");
        assert_eq!(Timestamp::EPOCH.in_next_link(), "1/1/1970 12:00:00 AM +00:00");
        assert_eq!(Timestamp::EPOCH.with_offset(), "1970-01-01T00:00:00+00:00");
    }

    #[test]
    fn a_moment_outside_of_the_years_that_can_be_written_becomes_the_nearest() {
        let first = Timestamp::parse("0000-01-01T00:00:00+23:59").unwrap();
        assert_eq!(first.to_string(), "0000-01-01T00:00:00Z");
        let last = Timestamp::parse("9999-12-31T23:59:59-23:59").unwrap();
        assert_eq!(last.with_offset(), "9999-12-31T23:59:59.9999999+00:00");
        let (beginning, end) = (Timestamp::from_ticks(i64::MIN), Timestamp::from_ticks(i64::MAX));
        assert_eq!((beginning, end), (first, last));
        assert_eq!(end.plus(Duration::MAX), last);
        assert_eq!(Timestamp::from(SystemTime::from(first)), first);
        assert_eq!(Timestamp::from(SystemTime::from(last)), last);
    }

    #[test]
    fn the_clock_stays_in_these_years_however_far_it_is_moved() {
        let clock = Clock::default();
        for _ in 0..3 {
            clock.advance(Duration::MAX);
        }
        assert_eq!(clock.now(), Timestamp::from_ticks(i64::MAX));
        clock.shift_seconds(i64::MIN);
        clock.shift_seconds(i64::MIN);
        assert_eq!(clock.now(), Timestamp::from_ticks(i64::MIN));
        clock.set(UNIX_EPOCH);
        assert!(clock.now().seconds() < 60, "{:?}", clock.now());
        clock.reset();
        assert_eq!(clock.offset_seconds(), 0);
    }
}
