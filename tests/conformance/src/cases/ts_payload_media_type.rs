// Case ts-payload_media-type.
use crate::prelude::*;
use ts_payload_media_type as c;

pub async fn run(r: &mut Report) {
    r.case("ts-payload_media-type");
    let client = c::TsPayloadMediaTypeClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Payload_MediaType_StringBody_sendAsText",
        "POST /payload/media-type/string-body/sendAsText",
        client.string_body_client().send_as_text("{cat}")
    );
    same!(
        r,
        "Payload_MediaType_StringBody_getAsText",
        "GET /payload/media-type/string-body/getAsText",
        client.string_body_client().get_as_text(),
        json!("{cat}")
    );
    done!(
        r,
        "Payload_MediaType_StringBody_sendAsJson",
        "POST /payload/media-type/string-body/sendAsJson",
        client.string_body_client().send_as_json("foo")
    );
    same!(
        r,
        "Payload_MediaType_StringBody_getAsJson",
        "GET /payload/media-type/string-body/getAsJson",
        client.string_body_client().get_as_json(),
        json!("foo")
    );
}
