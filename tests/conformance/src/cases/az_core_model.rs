// Case az-azure_core_model.
use crate::prelude::*;
use az_core_model as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_model");
    let client = c::AzCoreModelClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Model_AzureCoreEmbeddingVector_get",
        "GET /azure/core/model/embeddingVector",
        client.azure_core_embedding_vector_client().get(),
        json!([0, 1, 2, 3, 4])
    );
    done!(
        r,
        "Azure_Core_Model_AzureCoreEmbeddingVector_put",
        "PUT /azure/core/model/embeddingVector",
        client
            .azure_core_embedding_vector_client()
            .put(j::<HashMap<String, i32>>(json!([0, 1, 2, 3, 4])))
    );
    same!(
        r,
        "Azure_Core_Model_AzureCoreEmbeddingVector_post",
        "POST /azure/core/model/embeddingVector",
        client
            .azure_core_embedding_vector_client()
            .post(j::<HashMap<String, i32>>(json!([0, 1, 2, 3, 4]))),
        json!({"embedding": [5, 6, 7, 8, 9]})
    );
}
