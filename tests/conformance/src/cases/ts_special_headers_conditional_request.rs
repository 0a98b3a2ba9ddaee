// Case ts-special-headers_conditional-request.
use crate::prelude::*;
use ts_special_headers_conditional_request as c;

pub async fn run(r: &mut Report) {
    r.case("ts-special-headers_conditional-request");
    let client = c::TsSpecialHeadersConditionalRequestClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "SpecialHeaders_ConditionalRequest_postIfUnmodifiedSince",
        "POST /special-headers/conditional-request/if-unmodified-since",
        client
            .post_if_unmodified_since()
            .if_unmodified_since(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
    );
    done!(
        r,
        "SpecialHeaders_ConditionalRequest_headIfModifiedSince",
        "HEAD /special-headers/conditional-request/if-modified-since",
        client
            .head_if_modified_since()
            .if_modified_since(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
    );
    done!(
        r,
        "SpecialHeaders_ConditionalRequest_postIfMatch",
        "POST /special-headers/conditional-request/if-match",
        client.post_if_match().if_match("\"valid\"")
    );
    done!(
        r,
        "SpecialHeaders_ConditionalRequest_postIfNoneMatch",
        "POST /special-headers/conditional-request/if-none-match",
        client.post_if_none_match().if_none_match("\"invalid\"")
    );
}
