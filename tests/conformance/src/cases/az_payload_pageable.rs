// Case az-azure_payload_pageable.
use crate::prelude::*;
use az_payload_pageable as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_payload_pageable");
    let client = c::AzPayloadPageableClient::new(ENDPOINT, None).unwrap();
    hand!(r, "Azure_Payload_Pageable_list", "GET /azure/payload/pageable", {
        let page = client.list().maxpagesize(3).await?;
        ensure(page.value.len() == 3 && page.next_link.is_some(), format!("{page:?}"))?;
    });
    r.inexpressible(
        "Azure_Payload_Pageable_list",
        "GET /azure/payload/pageable?skipToken",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
}
