//! The text of parameters in queries and headers.

use azure_core::time::{OffsetDateTime, to_rfc3339};

/// The text of a parameter, or why it cannot be sent.
pub(crate) type Text = Result<String, &'static str>;

/// A value of a query parameter or a header.
pub(crate) trait QueryValue: Sized {
    fn to_query(self) -> Text;

    /// The text for a path. Empty if the value cannot be sent, which a path refuses.
    fn to_segment(self) -> String {
        self.to_query().unwrap_or_default()
    }
}

impl QueryValue for String {
    fn to_query(self) -> Text {
        Ok(self)
    }
}

impl QueryValue for &str {
    fn to_query(self) -> Text {
        Ok(self.to_owned())
    }
}

macro_rules! integer_or_bool {
    ($($type:ty)*) => {$(
        impl QueryValue for $type {
            fn to_query(self) -> Text {
                Ok(self.to_string())
            }
        }
    )*};
}

integer_or_bool!(bool i32 i64 u64);

macro_rules! float {
    ($($type:ty)*) => {$(
        impl QueryValue for $type {
            fn to_query(self) -> Text {
                if self.is_finite() { Ok(self.to_string()) } else { Err("is not a finite number") }
            }
        }
    )*};
}

float!(f32 f64);

/// Writes RFC 3339, in UTC with `Z`.
impl QueryValue for OffsetDateTime {
    fn to_query(self) -> Text {
        utc(self).map(|time| to_rfc3339(&time))
    }
}

/// The time in UTC, if RFC 3339 can express it there.
pub(crate) fn utc(time: OffsetDateTime) -> Result<OffsetDateTime, &'static str> {
    // The unchecked conversion and the format panic outside of these years.
    let utc = time.checked_to_offset(OffsetDateTime::UNIX_EPOCH.offset());
    utc.filter(|time| (0..=9999).contains(&time.year()))
        .ok_or("is a time outside the years 0 to 9999")
}
