// Case ts-encode_duration.
use crate::prelude::*;
use ts_encode_duration as c;

pub async fn run(r: &mut Report) {
    r.case("ts-encode_duration");
    let client = c::TsEncodeDurationClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Encode_Duration_Property_default",
        "POST /encode/duration/property/default",
        client.property_client().default("P40D"),
        json!({"value": "P40D"})
    );
    same!(
        r,
        "Encode_Duration_Property_floatSeconds",
        "POST /encode/duration/property/float-seconds",
        client.property_client().float_seconds(35.625),
        json!({"value": 35.625})
    );
    same!(
        r,
        "Encode_Duration_Property_float64Seconds",
        "POST /encode/duration/property/float64-seconds",
        client.property_client().float64_seconds(35.625),
        json!({"value": 35.625})
    );
    same!(
        r,
        "Encode_Duration_Property_int32Seconds",
        "POST /encode/duration/property/int32-seconds",
        client.property_client().int32_seconds(36),
        json!({"value": 36})
    );
    same!(
        r,
        "Encode_Duration_Property_iso8601",
        "POST /encode/duration/property/iso8601",
        client.property_client().iso8601("P40D"),
        json!({"value": "P40D"})
    );
    same!(
        r,
        "Encode_Duration_Property_floatSecondsArray",
        "POST /encode/duration/property/float-seconds-array",
        client.property_client().float_seconds_array(j::<Vec<f32>>(json!([35.625, 46.75]))),
        json!({"value": [35.625, 46.75]})
    );
    same!(
        r,
        "Encode_Duration_Property_int32Milliseconds",
        "POST /encode/duration/property/int32-milliseconds",
        client.property_client().int32_milliseconds(36000),
        json!({"value": 36000})
    );
    same!(
        r,
        "Encode_Duration_Property_floatMilliseconds",
        "POST /encode/duration/property/float-milliseconds",
        client.property_client().float_milliseconds(35625.0),
        json!({"value": 35625})
    );
    same!(
        r,
        "Encode_Duration_Property_float64Milliseconds",
        "POST /encode/duration/property/float64-milliseconds",
        client.property_client().float64_milliseconds(35625.0),
        json!({"value": 35625})
    );
    same!(
        r,
        "Encode_Duration_Property_floatMillisecondsArray",
        "POST /encode/duration/property/float-milliseconds-array",
        client.property_client().float_milliseconds_array(j::<Vec<f32>>(json!([35625, 46750]))),
        json!({"value": [35625, 46750]})
    );
    same!(
        r,
        "Encode_Duration_Property_int32SecondsLargerUnit",
        "POST /encode/duration/property/int32-seconds-larger-unit",
        client.property_client().int32_seconds_larger_unit(120),
        json!({"value": 120})
    );
    same!(
        r,
        "Encode_Duration_Property_floatSecondsLargerUnit",
        "POST /encode/duration/property/float-seconds-larger-unit",
        client.property_client().float_seconds_larger_unit(150.0),
        json!({"value": 150})
    );
    same!(
        r,
        "Encode_Duration_Property_int32MillisecondsLargerUnit",
        "POST /encode/duration/property/int32-milliseconds-larger-unit",
        client.property_client().int32_milliseconds_larger_unit(180000),
        json!({"value": 180000})
    );
    same!(
        r,
        "Encode_Duration_Property_floatMillisecondsLargerUnit",
        "POST /encode/duration/property/float-milliseconds-larger-unit",
        client.property_client().float_milliseconds_larger_unit(210000.0),
        json!({"value": 210000})
    );
    done!(
        r,
        "Encode_Duration_Query_default",
        "GET /encode/duration/query/default",
        client.query_client().default("P40D")
    );
    done!(
        r,
        "Encode_Duration_Query_iso8601",
        "GET /encode/duration/query/iso8601",
        client.query_client().iso8601("P40D")
    );
    done!(
        r,
        "Encode_Duration_Query_int32Seconds",
        "GET /encode/duration/query/int32-seconds",
        client.query_client().int32_seconds(36)
    );
    done!(
        r,
        "Encode_Duration_Query_int32SecondsArray",
        "GET /encode/duration/query/int32-seconds-array",
        client.query_client().int32_seconds_array([36, 47])
    );
    done!(
        r,
        "Encode_Duration_Query_floatSeconds",
        "GET /encode/duration/query/float-seconds",
        client.query_client().float_seconds(35.625)
    );
    done!(
        r,
        "Encode_Duration_Query_float64Seconds",
        "GET /encode/duration/query/float64-seconds",
        client.query_client().float64_seconds(35.625)
    );
    done!(
        r,
        "Encode_Duration_Query_int32Milliseconds",
        "GET /encode/duration/query/int32-milliseconds",
        client.query_client().int32_milliseconds(36000)
    );
    done!(
        r,
        "Encode_Duration_Query_floatMilliseconds",
        "GET /encode/duration/query/float-milliseconds",
        client.query_client().float_milliseconds(35625.0)
    );
    done!(
        r,
        "Encode_Duration_Query_float64Milliseconds",
        "GET /encode/duration/query/float64-milliseconds",
        client.query_client().float64_milliseconds(35625.0)
    );
    done!(
        r,
        "Encode_Duration_Query_int32MillisecondsArray",
        "GET /encode/duration/query/int32-milliseconds-array",
        client.query_client().int32_milliseconds_array([36000, 47000])
    );
    done!(
        r,
        "Encode_Duration_Query_int32SecondsLargerUnit",
        "GET /encode/duration/query/int32-seconds-larger-unit",
        client.query_client().int32_seconds_larger_unit(120)
    );
    done!(
        r,
        "Encode_Duration_Query_floatSecondsLargerUnit",
        "GET /encode/duration/query/float-seconds-larger-unit",
        client.query_client().float_seconds_larger_unit(150.0)
    );
    done!(
        r,
        "Encode_Duration_Query_int32MillisecondsLargerUnit",
        "GET /encode/duration/query/int32-milliseconds-larger-unit",
        client.query_client().int32_milliseconds_larger_unit(180000)
    );
    done!(
        r,
        "Encode_Duration_Query_floatMillisecondsLargerUnit",
        "GET /encode/duration/query/float-milliseconds-larger-unit",
        client.query_client().float_milliseconds_larger_unit(210000.0)
    );
    done!(
        r,
        "Encode_Duration_Header_default",
        "GET /encode/duration/header/default",
        client.header_client().default("P40D")
    );
    done!(
        r,
        "Encode_Duration_Header_iso8601",
        "GET /encode/duration/header/iso8601",
        client.header_client().iso8601("P40D")
    );
    done!(
        r,
        "Encode_Duration_Header_int32Seconds",
        "GET /encode/duration/header/int32-seconds",
        client.header_client().int32_seconds(36)
    );
    done!(
        r,
        "Encode_Duration_Header_floatSeconds",
        "GET /encode/duration/header/float-seconds",
        client.header_client().float_seconds(35.625)
    );
    done!(
        r,
        "Encode_Duration_Header_float64Seconds",
        "GET /encode/duration/header/float64-seconds",
        client.header_client().float64_seconds(35.625)
    );
    done!(
        r,
        "Encode_Duration_Header_iso8601Array",
        "GET /encode/duration/header/iso8601-array",
        client.header_client().iso8601_array(j::<Vec<String>>(json!(["P40D", "P50D"])))
    );
    done!(
        r,
        "Encode_Duration_Header_int32Milliseconds",
        "GET /encode/duration/header/int32-milliseconds",
        client.header_client().int32_milliseconds(36000)
    );
    done!(
        r,
        "Encode_Duration_Header_floatMilliseconds",
        "GET /encode/duration/header/float-milliseconds",
        client.header_client().float_milliseconds(35625.0)
    );
    done!(
        r,
        "Encode_Duration_Header_float64Milliseconds",
        "GET /encode/duration/header/float64-milliseconds",
        client.header_client().float64_milliseconds(35625.0)
    );
    done!(
        r,
        "Encode_Duration_Header_int32MillisecondsArray",
        "GET /encode/duration/header/int32-milliseconds-array",
        client.header_client().int32_milliseconds_array([36000, 47000])
    );
    done!(
        r,
        "Encode_Duration_Header_int32SecondsLargerUnit",
        "GET /encode/duration/header/int32-seconds-larger-unit",
        client.header_client().int32_seconds_larger_unit(120)
    );
    done!(
        r,
        "Encode_Duration_Header_floatSecondsLargerUnit",
        "GET /encode/duration/header/float-seconds-larger-unit",
        client.header_client().float_seconds_larger_unit(150.0)
    );
    done!(
        r,
        "Encode_Duration_Header_int32MillisecondsLargerUnit",
        "GET /encode/duration/header/int32-milliseconds-larger-unit",
        client.header_client().int32_milliseconds_larger_unit(180000)
    );
    done!(
        r,
        "Encode_Duration_Header_floatMillisecondsLargerUnit",
        "GET /encode/duration/header/float-milliseconds-larger-unit",
        client.header_client().float_milliseconds_larger_unit(210000.0)
    );
}
