// Case ts-encode_datetime.
use crate::prelude::*;
use ts_encode_datetime as c;

pub async fn run(r: &mut Report) {
    r.case("ts-encode_datetime");
    let client = c::TsEncodeDatetimeClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Encode_Datetime_Query_default",
        "GET /encode/datetime/query/default",
        client.query_client().default(dt(json!("2022-08-26T18:38:00.000Z")))
    );
    done!(
        r,
        "Encode_Datetime_Query_rfc3339",
        "GET /encode/datetime/query/rfc3339",
        client.query_client().rfc3339(dt(json!("2022-08-26T18:38:00.000Z")))
    );
    done!(
        r,
        "Encode_Datetime_Query_rfc7231",
        "GET /encode/datetime/query/rfc7231",
        client.query_client().rfc7231(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
    );
    done!(
        r,
        "Encode_Datetime_Query_unixTimestamp",
        "GET /encode/datetime/query/unix-timestamp",
        client.query_client().unix_timestamp(dt(json!(1686566864)))
    );
    done!(
        r,
        "Encode_Datetime_Query_unixTimestampArray",
        "GET /encode/datetime/query/unix-timestamp-array",
        client.query_client().unix_timestamp_array(dts(json!([1686566864, 1686734256])))
    );
    same!(
        r,
        "Encode_Datetime_Property_default",
        "POST /encode/datetime/property/default",
        client.property_client().default(dt(json!("2022-08-26T18:38:00.000Z"))),
        json!({"value": "2022-08-26T18:38:00.000Z"})
    );
    same!(
        r,
        "Encode_Datetime_Property_rfc3339",
        "POST /encode/datetime/property/rfc3339",
        client.property_client().rfc3339(dt(json!("2022-08-26T18:38:00.000Z"))),
        json!({"value": "2022-08-26T18:38:00.000Z"})
    );
    same!(
        r,
        "Encode_Datetime_Property_rfc7231",
        "POST /encode/datetime/property/rfc7231",
        client.property_client().rfc7231(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT"))),
        json!({"value": "Fri, 26 Aug 2022 14:38:00 GMT"})
    );
    same!(
        r,
        "Encode_Datetime_Property_unixTimestamp",
        "POST /encode/datetime/property/unix-timestamp",
        client.property_client().unix_timestamp(dt(json!(1686566864))),
        json!({"value": 1686566864})
    );
    same!(
        r,
        "Encode_Datetime_Property_unixTimestampArray",
        "POST /encode/datetime/property/unix-timestamp-array",
        client.property_client().unix_timestamp_array(dts(json!([1686566864, 1686734256]))),
        json!({"value": [1686566864, 1686734256]})
    );
    done!(
        r,
        "Encode_Datetime_Header_default",
        "GET /encode/datetime/header/default",
        client.header_client().default(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
    );
    done!(
        r,
        "Encode_Datetime_Header_rfc3339",
        "GET /encode/datetime/header/rfc3339",
        client.header_client().rfc3339(dt(json!("2022-08-26T18:38:00.000Z")))
    );
    done!(
        r,
        "Encode_Datetime_Header_rfc7231",
        "GET /encode/datetime/header/rfc7231",
        client.header_client().rfc7231(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
    );
    done!(
        r,
        "Encode_Datetime_Header_unixTimestamp",
        "GET /encode/datetime/header/unix-timestamp",
        client.header_client().unix_timestamp(dt(json!(1686566864)))
    );
    done!(
        r,
        "Encode_Datetime_Header_unixTimestampArray",
        "GET /encode/datetime/header/unix-timestamp-array",
        client.header_client().unix_timestamp_array(dts(json!([1686566864, 1686734256])))
    );
    hand!(
        r,
        "Encode_Datetime_ResponseHeader_default",
        "GET /encode/datetime/responseheader/default",
        {
            let h: c::calls::ResponseHeaderDefaultHeaders =
                client.response_header_client().default().response().await?.headers().get()?;
            ensure(h.value == Some(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT"))), format!("{h:?}"))?;
        }
    );
    hand!(
        r,
        "Encode_Datetime_ResponseHeader_rfc3339",
        "GET /encode/datetime/responseheader/rfc3339",
        {
            let h: c::calls::ResponseHeaderRfc3339Headers =
                client.response_header_client().rfc3339().response().await?.headers().get()?;
            ensure(h.value == Some(dt(json!("2022-08-26T18:38:00.000Z"))), format!("{h:?}"))?;
        }
    );
    hand!(
        r,
        "Encode_Datetime_ResponseHeader_rfc7231",
        "GET /encode/datetime/responseheader/rfc7231",
        {
            let h: c::calls::ResponseHeaderRfc7231Headers =
                client.response_header_client().rfc7231().response().await?.headers().get()?;
            ensure(h.value == Some(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT"))), format!("{h:?}"))?;
        }
    );
    hand!(
        r,
        "Encode_Datetime_ResponseHeader_unixTimestamp",
        "GET /encode/datetime/responseheader/unix-timestamp",
        {
            let h: c::calls::ResponseHeaderUnixTimestampHeaders = client
                .response_header_client()
                .unix_timestamp()
                .response()
                .await?
                .headers()
                .get()?;
            ensure(h.value.map(|it| it.unix_timestamp()) == Some(1686566864), format!("{h:?}"))?;
        }
    );
}
