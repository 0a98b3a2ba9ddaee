// Case ts-payload_content-negotiation.
use crate::prelude::*;
use ts_payload_content_negotiation as c;

pub async fn run(r: &mut Report) {
    r.case("ts-payload_content-negotiation");
    let client = c::TsPayloadContentNegotiationClient::new(ENDPOINT, None).unwrap();
    hand!(
        r,
        "Payload_ContentNegotiation_SameBody",
        "GET /content-negotiation/same-body image/png",
        {
            expect_bytes(
                &client
                    .same_body_client()
                    .get_avatar_as_png_same_body_get_avatar_as_jpeg(j(json!("image/png")))
                    .await?
                    .collect()
                    .await?,
                &png(),
            )?;
        }
    );
    hand!(
        r,
        "Payload_ContentNegotiation_SameBody",
        "GET /content-negotiation/same-body image/jpeg",
        {
            expect_bytes(
                &client
                    .same_body_client()
                    .get_avatar_as_png_same_body_get_avatar_as_jpeg(j(json!("image/jpeg")))
                    .await?
                    .collect()
                    .await?,
                &jpg(),
            )?;
        }
    );
    hand!(
        r,
        "Payload_ContentNegotiation_DifferentBody",
        "GET /content-negotiation/different-body image/png",
        {
            expect_bytes(
                &client
                    .different_body_client()
                    .get_avatar_as_png_different_body_get_avatar_as_json()
                    .bytes()
                    .await?
                    .collect()
                    .await?,
                &png(),
            )?;
        }
    );
    same!(
        r,
        "Payload_ContentNegotiation_DifferentBody",
        "GET /content-negotiation/different-body application/json",
        client.different_body_client().get_avatar_as_png_different_body_get_avatar_as_json(),
        json!({ "content": base64::engine::general_purpose::STANDARD.encode(png()) })
    );
}
