// Case ts-versioning_renamedFrom.
use crate::prelude::*;
use ts_versioning_renamedfrom as c;

pub async fn run(r: &mut Report) {
    r.case("ts-versioning_renamedFrom");
    let client =
        c::TsVersioningRenamedfromClient::new(&at("versioning/renamed-from/api-version:v2"), None)
            .unwrap();
    same!(
        r,
        "Versioning_RenamedFrom_newOp",
        "POST /versioning/renamed-from/api-version:v2/test",
        client.new_op(
            "bar",
            "foo",
            j::<c::models::NewEnum>(json!("newEnumMember")),
            j::<c::models::NewUnion>(json!(10))
        ),
        json!({"newProp": "foo", "enumProp": "newEnumMember", "unionProp": 10})
    );
    same!(
        r,
        "Versioning_RenamedFrom_NewInterface",
        "POST /versioning/renamed-from/api-version:v2/interface/test",
        client.new_interface_client().new_op_in_new_interface(
            "foo",
            j::<c::models::NewEnum>(json!("newEnumMember")),
            j::<c::models::NewUnion>(json!(10))
        ),
        json!({"newProp": "foo", "enumProp": "newEnumMember", "unionProp": 10})
    );
}
