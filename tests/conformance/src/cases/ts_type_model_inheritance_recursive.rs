// Case ts-type_model_inheritance_recursive.
use crate::prelude::*;
use ts_type_model_inheritance_recursive as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_inheritance_recursive");
    let client = c::TsTypeModelInheritanceRecursiveClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Type_Model_Inheritance_Recursive_put",
        "PUT /type/model/inheritance/recursive",
        client.put(0).extension(j::<Vec<c::models::Extension>>(
            json!([{"level": 1, "extension": [{"level": 2}]}, {"level": 1}])
        ))
    );
    same!(
        r,
        "Type_Model_Inheritance_Recursive_get",
        "GET /type/model/inheritance/recursive",
        client.get(),
        json!({"level": 0, "extension": [{"level": 1, "extension": [{"level": 2}]}, {"level": 1}]})
    );
}
