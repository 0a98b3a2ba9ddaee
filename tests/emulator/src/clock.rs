//! The emulator's time. It runs with the machine's clock, and a test can move it, so that the expiry
//! of a token or the end of a thread's retention needs no waiting.

use std::{
    fmt,
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// The machine's clock plus an offset.
#[derive(Debug, Default)]
pub struct Clock {
    offset: AtomicI64,
}

impl Clock {
    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let millis = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        let moved = |offset: i64| Some(offset.saturating_add(millis));
        // The closure never returns `None`, so the update cannot fail.
        let _ = self.offset.fetch_update(Ordering::Relaxed, Ordering::Relaxed, moved);
    }

    /// Sets the clock to a moment, from which it runs on.
    pub fn set(&self, now: SystemTime) {
        let offset = millis(now).saturating_sub(millis(SystemTime::now()));
        self.offset.store(offset, Ordering::Relaxed);
    }

    pub(crate) fn now(&self) -> Timestamp {
        let offset = self.offset.load(Ordering::Relaxed);
        Timestamp::from_millis(millis(SystemTime::now()).saturating_add(offset))
    }
}

fn millis(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => {
            i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis)
        }
    }
}

/// A moment, in milliseconds since 1970. That is as fine as the service's own message ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    pub const EPOCH: Timestamp = Timestamp(0);
    /// The end of the year 9999, the last that RFC 3339 can write.
    const LAST: i64 = 253_402_300_799_999;

    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(-Self::LAST, Self::LAST))
    }

    /// Reads an RFC 3339 time with any offset.
    pub fn parse(text: &str) -> Option<Self> {
        let time = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        i64::try_from(time.unix_timestamp_nanos().div_euclid(1_000_000)).ok().map(Self::from_millis)
    }

    pub fn millis(self) -> i64 {
        self.0
    }

    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_millis(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// The form of the Identity API: seven digits and an offset, `2023-10-10T21:39:39.3240000+00:00`.
    pub fn with_offset(self) -> String {
        let time = self.utc();
        let (date, clock) = (time.date(), time.time());
        let (hour, minute, second, millis) = clock.as_hms_milli();
        format!("{date}T{hour:02}:{minute:02}:{second:02}.{millis:03}0000+00:00")
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
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
            .to_offset(UtcOffset::UTC)
    }
}

/// The form of the Chat API: as many digits as it takes, and a `Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().format(&Rfc3339).map_err(|_| fmt::Error)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn every_form_shows_the_same_moment() {
        let time = Timestamp::parse("2025-04-01T15:08:30.0421+02:00").unwrap();
        assert_eq!(time.to_string(), "2025-04-01T13:08:30.042Z");
        assert_eq!(time.with_offset(), "2025-04-01T13:08:30.0420000+00:00");
        assert_eq!(time.in_next_link(), "4/1/2025 1:08:30 PM +00:00");
        assert_eq!(Timestamp::EPOCH.in_next_link(), "1/1/1970 12:00:00 AM +00:00");
    }
}
