// Case ts-versioning_added.
use crate::prelude::*;
use ts_versioning_added as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_added");
    let client =
        c::TsVersioningAddedClient::new(&at("versioning/added/api-version:v2"), None).unwrap();
    same!(
        r,
        "Versioning_Added_v1",
        "POST /versioning/added/api-version:v2/v1",
        client.v1(
            "bar",
            "foo",
            j::<c::models::EnumV1>(json!("enumMemberV2")),
            j::<c::models::UnionV1>(json!(10))
        ),
        json!({"prop": "foo", "enumProp": "enumMemberV2", "unionProp": 10})
    );
    same!(
        r,
        "Versioning_Added_v2",
        "POST /versioning/added/api-version:v2/v2",
        client.v2(
            "foo",
            j::<c::models::EnumV2>(json!("enumMember")),
            j::<c::models::UnionV2>(json!("bar"))
        ),
        json!({"prop": "foo", "enumProp": "enumMember", "unionProp": "bar"})
    );
    same!(
        r,
        "Versioning_Added_InterfaceV2",
        "POST /versioning/added/api-version:v2/interface-v2/v2",
        client.interface_v2_client().v2_in_interface(
            "foo",
            j::<c::models::EnumV2>(json!("enumMember")),
            j::<c::models::UnionV2>(json!("bar"))
        ),
        json!({"prop": "foo", "enumProp": "enumMember", "unionProp": "bar"})
    );
}
