// Case ts-versioning_removed.
use crate::prelude::*;
use ts_versioning_removed as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_removed");
    let client =
        c::TsVersioningRemovedClient::new(&at("versioning/removed/api-version:v2"), None).unwrap();
    same!(
        r,
        "Versioning_Removed_v2",
        "POST /versioning/removed/api-version:v2/v2",
        client.v2(
            "foo",
            j::<c::models::EnumV2>(json!("enumMemberV2")),
            j::<c::models::UnionV2>(json!("bar"))
        ),
        json!({"prop": "foo", "enumProp": "enumMemberV2", "unionProp": "bar"})
    );
    same!(
        r,
        "Versioning_Removed_modelV3",
        "POST /versioning/removed/api-version:v1/v3",
        c::TsVersioningRemovedClient::new(&at("versioning/removed/api-version:v1"), None)
            .unwrap()
            .model_v3("123", j::<c::models::EnumV3>(json!("enumMemberV1"))),
        json!({"id": "123", "enumProp": "enumMemberV1"})
    );
    same!(
        r,
        "Versioning_Removed_modelV3_V2",
        "POST /versioning/removed/api-version:v2/v3",
        client.model_v3("123", j::<c::models::EnumV3>(json!("enumMemberV1"))),
        json!({"id": "123", "enumProp": "enumMemberV1"})
    );
    same!(
        r,
        "Versioning_Removed_modelV3_V2preview",
        "POST /versioning/removed/api-version:v2preview/v3",
        ts_versioning_removed_v2preview::TsVersioningRemovedV2previewClient::new(
            &at("versioning/removed/api-version:v2preview"),
            None
        )
        .unwrap()
        .model_v3("123"),
        json!({"id": "123"})
    );
}
