// Case ts-type_model_inheritance_not-discriminated.
use crate::prelude::*;
use ts_type_model_inheritance_not_discriminated as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_inheritance_not-discriminated");
    let client = c::TsTypeModelInheritanceNotDiscriminatedClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Type_Model_Inheritance_NotDiscriminated_postValid",
        "POST /type/model/inheritance/not-discriminated/valid",
        client.post_valid("abc", 32, true)
    );
    same!(
        r,
        "Type_Model_Inheritance_NotDiscriminated_getValid",
        "GET /type/model/inheritance/not-discriminated/valid",
        client.get_valid(),
        json!({"name": "abc", "age": 32, "smart": true})
    );
    same!(
        r,
        "Type_Model_Inheritance_NotDiscriminated_putValid",
        "PUT /type/model/inheritance/not-discriminated/valid",
        client.put_valid("abc", 32, true),
        json!({"name": "abc", "age": 32, "smart": true})
    );
}
