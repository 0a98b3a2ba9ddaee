// Case az-azure_example_basic.
use crate::prelude::*;
use az_example_basic as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_example_basic");
    let client = c::AzExampleBasicClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Example_Basic",
        "POST /azure/example/basic/basic",
        client
            .service_operation_group_client()
            .basic("query", "header", "text")
            .model_property(j::<c::models::Model>(
                json!({"int32Property": 1, "float32Property": 1.5, "enumProperty": "EnumValue1"})
            ))
            .array_property(j::<Vec<String>>(json!(["item"])))
            .record_property(j::<HashMap<String, String>>(json!({"record": "value"}))),
        json!({"stringProperty": "text"})
    );
}
