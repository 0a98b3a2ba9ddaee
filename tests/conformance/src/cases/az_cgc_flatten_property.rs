// Case az-azure_client-generator-core_flatten-property.
use crate::prelude::*;
use az_cgc_flatten_property as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_flatten-property");
    let client = c::AzCgcFlattenPropertyClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_FlattenProperty_putFlattenModel",
        "PUT /azure/client-generator-core/flatten-property/flattenModel",
        client.put_flatten_model(
            "foo",
            j::<c::models::ChildModel>(json!({"description": "bar", "age": 10}))
        ),
        json!({"name": "test", "properties": {"description": "test", "age": 1}})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_FlattenProperty_putNestedFlattenModel",
        "PUT /azure/client-generator-core/flatten-property/nestedFlattenModel",
        client.put_nested_flatten_model(
            "foo",
            j::<c::models::ChildFlattenModel>(
                json!({"summary": "bar", "properties": {"description": "test", "age": 10}})
            )
        ),
        json!({"name": "test", "properties": {"summary": "test", "properties": {"description": "foo", "age": 1}}})
    );
}
