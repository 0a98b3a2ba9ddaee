//! Values in JSON with an encoding of their own, and enums of integers.

use super::{
    budget::fuzz,
    mutation::{edited, edits, text, value},
};
use crate::runtime::{
    base64::Base64,
    base64_url::Base64Url,
    encoded::{AsEncoded, Decoded, Encoded},
    integer_enum::closed_integer_enum,
    rfc1123::Rfc1123,
    timestamp::Rfc3339,
    unix_time::UnixTime,
};
use azure_core::time::OffsetDateTime;
use proptest::prelude::*;
use serde_json::{Value, from_value, to_value};
use std::{fmt::Debug, marker::PhantomData};

/// Decodes a value, and checks that it is the same after it was written and read again.
fn round_trip<E, T: Encoded<E> + PartialEq + Debug>(json: Value) -> Option<T> {
    let decode = |json| from_value::<Decoded<E, T>>(json).map(|it| it.0);
    let decoded = decode(json.clone()).ok()?;
    let written = to_value(AsEncoded(&decoded, PhantomData::<E>));
    let written = written.unwrap_or_else(|error| panic!("{json} is not written: {error}"));
    assert_eq!(decode(written).unwrap_or_else(|error| panic!("{json}: {error}")), decoded);
    Some(decoded)
}

const TIMES: &[&str] = &[
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Sat, 01 Jan 0000 00:00:00 GMT",
    "Thu, 31 Dec -001 00:00:00 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "2016-12-31T23:59:60Z",
    "0000-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999999999-14:00",
];

#[test]
fn times_are_read_and_written_or_refused() {
    let texts = (text(TIMES), edits(), any::<bool>());
    let texts =
        texts.prop_map(|(text, edits, edit)| if edit { edited(&text, &edits) } else { text });
    fuzz("times", 1_000, texts, |text| {
        round_trip::<Rfc1123, OffsetDateTime>(text.clone().into());
        round_trip::<Rfc3339, OffsetDateTime>(text.clone().into());
        round_trip::<UnixTime, OffsetDateTime>(text.into());
    });
}

#[test]
fn every_time_is_written_or_refused() {
    let seconds = prop_oneof![any::<i64>(), -70_000_000_000_i64..300_000_000_000];
    fuzz("seconds since 1970", 1_000, seconds, |seconds| {
        round_trip::<UnixTime, OffsetDateTime>(seconds.into());
        let Ok(time) = OffsetDateTime::from_unix_timestamp(seconds) else { return };
        for json in [
            to_value(AsEncoded(&time, PhantomData::<Rfc1123>)),
            to_value(AsEncoded(&time, PhantomData::<Rfc3339>)),
        ] {
            let expected = (0..=9999).contains(&time.year());
            assert_eq!(json.is_ok(), expected, "{time}");
        }
        if let Ok(json) = to_value(AsEncoded(&time, PhantomData::<Rfc1123>)) {
            assert_eq!(round_trip::<Rfc1123, OffsetDateTime>(json), Some(time));
        }
    });
}

#[test]
fn bytes_are_read_and_written_or_refused() {
    let values = (any::<Vec<u8>>(), text(&["AQI=", "AQI", "-_8", "+/8=", "="]), edits());
    fuzz("base64", 1_000, values, |(bytes, text, edits)| {
        let json =
            to_value(AsEncoded(&bytes, PhantomData::<Base64>)).expect("bytes can be written");
        assert_eq!(round_trip::<Base64, Vec<u8>>(json).as_ref(), Some(&bytes));
        let json =
            to_value(AsEncoded(&bytes, PhantomData::<Base64Url>)).expect("bytes can be written");
        assert_eq!(round_trip::<Base64Url, Vec<u8>>(json), Some(bytes));
        round_trip::<Base64, Vec<u8>>(edited(&text, &edits).into());
        round_trip::<Base64Url, Vec<u8>>(edited(&text, &edits).into());
    });
}

#[test]
fn every_json_is_read_in_every_encoding_or_refused() {
    fuzz("encoded values", 1_000, value(TIMES), |json| {
        round_trip::<Rfc1123, Option<OffsetDateTime>>(json.clone());
        round_trip::<Rfc3339, Vec<OffsetDateTime>>(json.clone());
        round_trip::<UnixTime, Option<OffsetDateTime>>(json.clone());
        round_trip::<Base64, Vec<Vec<u8>>>(json);
    });
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Level {
    Lowest,
    Zero,
    Highest,
}

closed_integer_enum!(
    Level,
    -9_223_372_036_854_775_808 = Lowest,
    0 = Zero,
    9_223_372_036_854_775_807 = Highest
);

#[test]
fn enums_of_integers_are_read_and_written_or_refused() {
    let values = prop_oneof![
        value(&["0", "-9223372036854775808"]),
        proptest::sample::select(&[i64::MIN, i64::MAX, 0]).prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ];
    fuzz("enums of integers", 1_000, values, |json| {
        let read = from_value::<Level>(json.clone());
        assert_eq!(read.is_ok(), json.as_i64().is_some_and(|it| Level::try_from(it).is_ok()));
        match read {
            Ok(level) => assert_eq!(to_value(level).expect("it can be written"), json),
            Err(error) => {
                assert_eq!(error.to_string(), "invalid value: value, expected a known integer")
            }
        }
    });
}
