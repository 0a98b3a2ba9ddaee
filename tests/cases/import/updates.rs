//! An import into an existing file changes only what has another meaning.

use super::{changes, files, imported};
use insta::assert_snapshot;

const OURS: &str = "\
# Ours, with a comment.
openapi: 3.0.3

info: { title: The library, version: '1' }

paths:
  # Books come first.
  /books:
    get:
      operationId: Books_List
      summary: Lists the books.
      parameters:
        - $ref: '#/components/parameters/Top'   # shared
      responses:
        '200':
          description: One page.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Book' }
        '401': { $ref: '#/components/responses/Denied' }

    delete:
      operationId: Books_Clear
      responses:
        '204': { description: They are gone. }
        '401': { $ref: '#/components/responses/Denied' }

components:
  schemas:
    Book:
      description: A book.
      type: object
      required: [title]
      properties:
        title:
          type: string
          description: >-
            The title,
            as the cover has it.
        kind:
          type: string
          enum: [novel, other]
          x-ms-enum:
            name: Kind
            modelAsString: true
            values:
              - value: novel   # long
                description: A novel.
              - value: other
                description: Anything else.
        error:
          $ref: common.yaml#/components/schemas/Error

  parameters:
    Top:
      in: query
      name: top
      description: Limits the page.
      schema: { type: integer }

  responses:
    # For all of them.
    Denied:
      description: Nobody may.
      content:
        application/json:
          schema: { $ref: common.yaml#/components/schemas/Error }
";

const COMMON: &str = "\
openapi: 3.0.3
info: { title: Common, version: '1' }
paths: {}
components: { schemas: { Error: { description: Ours., type: object } } }
";

/// The same API as `OURS` in other words.
const THEIRS: &str = r##"swagger: '2.0'
info: { title: Library, version: '1' }
paths:
  /books:
    delete:
      operationId: Books_Clear
      summary: Theirs.
      responses:
        '204': { description: Gone. }
        '401': { description: No., schema: { $ref: '#/definitions/Error' } }
    get:
      operationId: Books_List
      parameters:
        - { in: query, name: top, required: false, type: integer, description: How many. }
      responses:
        '200': { description: OK., schema: { $ref: '#/definitions/Book' } }
        '401': { description: No., schema: { $ref: '#/definitions/Error' } }
definitions:
  Error: { type: object }
  Book:
    type: object
    required: [title]
    properties:
      title: { type: string, description: The title. }
      kind: { type: string, enum: [novel, other], x-ms-enum: { name: Kind, modelAsString: true } }
      error: { $ref: '#/definitions/Error' }
"##;

/// The changes of our file if these parts of their description change.
#[track_caller]
fn changed_by(replacements: &[(&str, &str)]) -> String {
    let mut theirs = THEIRS.to_owned();
    for (old, new) in replacements {
        assert!(theirs.contains(old), "there is no {old}");
        theirs = theirs.replace(old, new);
    }
    let mut files = files([("ours.yaml", OURS), ("common.yaml", COMMON), ("new.yaml", &theirs)]);
    let text = imported(&files, "new.yaml", Some("ours.yaml"));
    files.insert("ours.yaml".to_owned(), text.clone());
    let again = imported(&files, "new.yaml", Some("ours.yaml"));
    assert_eq!(changes(&text, &again), "", "the second import changes nothing");
    changes(OURS, &text)
}

#[test]
fn nothing_changes_when_nothing_means_something_else() {
    assert_eq!(changed_by(&[]), "");
    let words =
        [("Theirs.", "Other words."), ("The title.", "Its title."), ("title: Library", "title: L")];
    assert_eq!(changed_by(&words), "");
}

#[test]
fn what_is_new_is_marked_and_what_is_gone_is_removed() {
    let property =
        ("error: { $ref", "year: { type: integer, description: When. }\n      error: { $ref");
    assert_snapshot!(changed_by(&[property, ("required: [title]", "required: [title, year]")]), @r"
-      required: [title]
+      required: [title, year]
+        # new: describe
+        year:
+          type: integer
+          description: When.
");
    assert_snapshot!(changed_by(&[("      title: { type: string, description: The title. }\n", "")]), @r"
-        title:
-          type: string
-          description: >-
-            The title,
-            as the cover has it.
");
}

#[test]
fn a_property_becomes_optional() {
    assert_snapshot!(changed_by(&[("required: [title]", "required: []")]), @r"
    -      required: [title]
    +      required: []
    ");
}

#[test]
fn an_operation_that_is_new_stands_behind_the_one_before() {
    let operation = "    head:\n      operationId: Books_Check\n      responses: { 204: { description: Yes. } }\n    get:";
    assert_snapshot!(changed_by(&[("    get:", operation)]), @r"
+    # new: describe
+    head:
+      operationId: Books_Check
+      responses:
+        '204':
+          description: Yes.
+
");
}

#[test]
fn a_value_that_is_new_asks_for_words() {
    assert_snapshot!(changed_by(&[("[novel, other]", "[novel, poem, other]")]), @r"
-          enum: [novel, other]
+          enum: [novel, poem, other]
+              # new: describe
+              - value: poem
");
}

#[test]
fn what_operations_share_changes_once() {
    let change = ("description: No.,", "description: No., x-ms-error-response: true,");
    assert_snapshot!(changed_by(&[change]), @r"
+    # changed: check the words
+      x-ms-error-response: true
");
}

#[test]
fn what_one_operation_has_otherwise_is_its_own() {
    let change = (
        "description: No., schema: { $ref: '#/definitions/Error' } }\n    get",
        "description: No. }\n    get",
    );
    assert_snapshot!(changed_by(&[change]), @r"
-        '401': { $ref: '#/components/responses/Denied' }
+        # changed: check the words
+        '401':
+          description: Nobody may.
");
}

#[test]
fn a_schema_that_differs_from_the_shared_one_becomes_the_files_own() {
    assert_snapshot!(changed_by(&[("Error: { type: object }", "Error: { type: object, maxProperties: 3 }")]), @r"
+    # changed: check the words
+    Error:
+      description: Ours.
+      type: object
+      maxProperties: 3
+
-          $ref: common.yaml#/components/schemas/Error
+          $ref: '#/components/schemas/Error'
-          schema: { $ref: common.yaml#/components/schemas/Error }
+          schema:
+            $ref: '#/components/schemas/Error'
");
}
