// Case ts-encode_bytes.
use crate::prelude::*;
use ts_encode_bytes as c;

pub async fn run(r: &mut Report) {
    r.case("ts-encode_bytes");
    let client = c::TsEncodeBytesClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Encode_Bytes_Query_default",
        "GET /encode/bytes/query/default",
        client.query_client().default(b64("dGVzdA=="))
    );
    done!(
        r,
        "Encode_Bytes_Query_base64",
        "GET /encode/bytes/query/base64",
        client.query_client().base64("dGVzdA==")
    );
    done!(
        r,
        "Encode_Bytes_Query_base64url",
        "GET /encode/bytes/query/base64url",
        client.query_client().base64url(b64("dGVzdA"))
    );
    done!(
        r,
        "Encode_Bytes_Query_base64urlArray",
        "GET /encode/bytes/query/base64url-array",
        client.query_client().base64url_array([b64("dGVzdA"), b64("dGVzdA")])
    );
    same!(
        r,
        "Encode_Bytes_Property_default",
        "POST /encode/bytes/property/default",
        client.property_client().default(b64("dGVzdA==")),
        json!({"value": "dGVzdA=="})
    );
    same!(
        r,
        "Encode_Bytes_Property_base64",
        "POST /encode/bytes/property/base64",
        client.property_client().base64("dGVzdA=="),
        json!({"value": "dGVzdA=="})
    );
    same!(
        r,
        "Encode_Bytes_Property_base64url",
        "POST /encode/bytes/property/base64url",
        client.property_client().base64url(b64("dGVzdA")),
        json!({"value": "dGVzdA"})
    );
    same!(
        r,
        "Encode_Bytes_Property_base64urlArray",
        "POST /encode/bytes/property/base64url-array",
        client.property_client().base64url_array(b64s(json!(["dGVzdA", "dGVzdA"]))),
        json!({"value": ["dGVzdA", "dGVzdA"]})
    );
    done!(
        r,
        "Encode_Bytes_Header_default",
        "GET /encode/bytes/header/default",
        client.header_client().default(b64("dGVzdA=="))
    );
    done!(
        r,
        "Encode_Bytes_Header_base64",
        "GET /encode/bytes/header/base64",
        client.header_client().base64("dGVzdA==")
    );
    done!(
        r,
        "Encode_Bytes_Header_base64url",
        "GET /encode/bytes/header/base64url",
        client.header_client().base64url(b64("dGVzdA"))
    );
    done!(
        r,
        "Encode_Bytes_Header_base64urlArray",
        "GET /encode/bytes/header/base64url-array",
        client.header_client().base64url_array([b64("dGVzdA"), b64("dGVzdA")])
    );
    done!(
        r,
        "Encode_Bytes_RequestBody_default",
        "POST /encode/bytes/body/request/default",
        client.request_body_client().default(png())
    );
    done!(
        r,
        "Encode_Bytes_RequestBody_base64",
        "POST /encode/bytes/body/request/base64",
        client.request_body_client().base64("dGVzdA==")
    );
    done!(
        r,
        "Encode_Bytes_RequestBody_base64url",
        "POST /encode/bytes/body/request/base64url",
        client.request_body_client().base64url("dGVzdA")
    );
    done!(
        r,
        "Encode_Bytes_RequestBody_customContentType",
        "POST /encode/bytes/body/request/custom-content-type",
        client.request_body_client().custom_content_type(png())
    );
    done!(
        r,
        "Encode_Bytes_RequestBody_octetStream",
        "POST /encode/bytes/body/request/octet-stream",
        client.request_body_client().octet_stream(png())
    );
    hand!(r, "Encode_Bytes_ResponseBody_default", "GET /encode/bytes/body/response/default", {
        expect_bytes(&client.response_body_client().default().await?.collect().await?, &png())?;
    });
    hand!(r, "Encode_Bytes_ResponseBody_base64", "GET /encode/bytes/body/response/base64", {
        expect_bytes(&client.response_body_client().base64().await?, b"test")?;
    });
    hand!(r, "Encode_Bytes_ResponseBody_base64url", "GET /encode/bytes/body/response/base64url", {
        expect_bytes(&client.response_body_client().base64url().await?, b"test")?;
    });
    hand!(
        r,
        "Encode_Bytes_ResponseBody_customContentType",
        "GET /encode/bytes/body/response/custom-content-type",
        {
            expect_bytes(
                &client.response_body_client().custom_content_type().await?.collect().await?,
                &png(),
            )?;
        }
    );
    hand!(
        r,
        "Encode_Bytes_ResponseBody_octetStream",
        "GET /encode/bytes/body/response/octet-stream",
        {
            expect_bytes(
                &client.response_body_client().octet_stream().await?.collect().await?,
                &png(),
            )?;
        }
    );
}
