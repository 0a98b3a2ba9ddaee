// Case ts-documentation.
use crate::prelude::*;
use ts_documentation as c;

pub async fn run(r: &mut Report) {
    r.case("ts-documentation");
    let client = c::TsDocumentationClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Documentation_Lists_bulletPointsOp",
        "GET /documentation/lists/bullet-points/op",
        client.lists_client().bullet_points_op()
    );
    done!(
        r,
        "Documentation_Lists_bulletPointsModel",
        "POST /documentation/lists/bullet-points/model",
        client
            .lists_client()
            .bullet_points_model(j::<c::models::ListsBulletPointsModel>(json!({"prop": "Simple"})))
    );
    done!(
        r,
        "Documentation_Lists_numbered",
        "GET /documentation/lists/numbered",
        client.lists_client().numbered()
    );
    done!(
        r,
        "Documentation_TextFormatting_boldText",
        "GET /documentation/text-formatting/bold",
        client.text_formatting_client().bold_text()
    );
    done!(
        r,
        "Documentation_TextFormatting_italicText",
        "GET /documentation/text-formatting/italic",
        client.text_formatting_client().italic_text()
    );
    done!(
        r,
        "Documentation_TextFormatting_combinedFormatting",
        "GET /documentation/text-formatting/combined",
        client.text_formatting_client().combined_formatting()
    );
}
