// Case az-azure_core_traits.
use crate::prelude::*;
use az_core_traits as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_traits");
    let client = c::AzCoreTraitsClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Traits_smokeTest",
        "GET /azure/core/traits/user/:id",
        client
            .smoke_test(1, "123")
            .if_match("\"valid\"")
            .if_none_match("\"invalid\"")
            .if_unmodified_since(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
            .if_modified_since(dt(json!("Thu, 26 Aug 2021 14:38:00 GMT"))),
        json!({"id": 1, "name": "Madge"})
    );
    same!(
        r,
        "Azure_Core_Traits_repeatableAction",
        "POST /azure/core/traits/user/:id:repeatableAction",
        client
            .repeatable_action(1, "test")
            .repeatability_request_id("86aede1f-96fa-4e7f-b1e1-bf8a947cb804")
            .repeatability_first_sent(dt(json!("Mon, 27 Nov 2023 11:58:00 GMT"))),
        json!({"userActionResult": "test"})
    );
}
