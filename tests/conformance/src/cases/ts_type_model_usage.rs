// Case ts-type_model_usage.
use crate::prelude::*;
use ts_type_model_usage as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_usage");
    let client = c::TsTypeModelUsageClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Type_Model_Usage_input",
        "POST /type/model/usage/input",
        client.input("example-value")
    );
    same!(
        r,
        "Type_Model_Usage_output",
        "GET /type/model/usage/output",
        client.output(),
        json!({"requiredProp": "example-value"})
    );
    same!(
        r,
        "Type_Model_Usage_inputAndOutput",
        "POST /type/model/usage/input-output",
        client.input_and_output("example-value"),
        json!({"requiredProp": "example-value"})
    );
}
