//! Parameters as text, for queries and headers.

use azure_core::time::{OffsetDateTime, to_rfc3339};

/// The text of a parameter, or the reason why it cannot be sent.
pub(crate) type Text = Result<String, &'static str>;

/// A value of a query parameter or a header.
pub(crate) trait QueryValue: Sized {
    fn to_query(self) -> Text;

    /// The text for a path. It is empty for an invalid value, because a path refuses an empty one.
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

/// RFC 3339, in UTC with `Z`.
impl QueryValue for OffsetDateTime {
    fn to_query(self) -> Text {
        // The conversion and the formatting panic for dates that they do not support.
        let utc = self.checked_to_offset(OffsetDateTime::UNIX_EPOCH.offset());
        match utc.filter(|time| (0..=9999).contains(&time.year())) {
            Some(time) => Ok(to_rfc3339(&time)),
            None => Err("is a time outside the years 0 to 9999"),
        }
    }
}
