// Case ts-type_model_visibility.
use crate::prelude::*;
use ts_type_model_visibility as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_visibility");
    let client = c::TsTypeModelVisibilityClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Model_Visibility_putReadOnlyModel",
        "PUT /type/model/visibility/readonlyroundtrip",
        client.put_read_only_model(),
        json!({"optionalNullableIntList": [1, 2, 3], "optionalStringRecord": {"k1": "value1", "k2": "value2"}})
    );
    done!(
        r,
        "Type_Model_Visibility_headModel",
        "HEAD /type/model/visibility",
        client.head_model(123)
    );
    same!(
        r,
        "Type_Model_Visibility_getModel",
        "GET /type/model/visibility",
        client.get_model(123),
        json!({"readProp": "abc"})
    );
    done!(
        r,
        "Type_Model_Visibility_putModel",
        "PUT /type/model/visibility",
        client.put_model(j::<Vec<String>>(json!(["foo", "bar"])), j::<Vec<i32>>(json!([1, 2])))
    );
    done!(
        r,
        "Type_Model_Visibility_patchModel",
        "PATCH /type/model/visibility",
        client.patch_model().update_prop(j::<Vec<i32>>(json!([1, 2])))
    );
    done!(
        r,
        "Type_Model_Visibility_postModel",
        "POST /type/model/visibility",
        client.post_model(j::<Vec<String>>(json!(["foo", "bar"])))
    );
    done!(
        r,
        "Type_Model_Visibility_deleteModel",
        "DELETE /type/model/visibility",
        client.delete_model(true)
    );
}
