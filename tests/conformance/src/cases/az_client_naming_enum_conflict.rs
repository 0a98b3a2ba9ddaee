// Case az-client_naming_enum-conflict.
use crate::prelude::*;
use az_client_naming_enum_conflict as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_naming_enum-conflict");
    let client = c::AzClientNamingEnumConflictClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Client_Naming_EnumConflict_FirstOperations_first",
        "POST /client/naming/enum-conflict/first",
        client
            .first_operations_client()
            .first(j::<c::models::FirstNamespaceStatus>(json!("active")), "test"),
        json!({"status": "active", "name": "test"})
    );
    same!(
        r,
        "Client_Naming_EnumConflict_SecondOperations_second",
        "POST /client/naming/enum-conflict/second",
        client
            .second_operations_client()
            .second(j::<c::models::SecondNamespaceStatus>(json!("running")), "test description"),
        json!({"status": "running", "description": "test description"})
    );
}
