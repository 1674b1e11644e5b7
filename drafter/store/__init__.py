"""The store: reports as YAML files, read strictly and changed one field at a time. Nothing is imported here; take what you need.

Reading — problems are values, whatever the files hold:

- ``folder.read_report(place) -> Reading(report, problems, files)``: a report's folder, or one file
- ``reader.read_document(path)``, ``reader.parse(data, file)`` → ``Document``: one file's text, tree, hash and problems
- ``records.read_record(record, node, file) -> (value, problems)``: any record of the model; ``records.plain(record)`` the way back

Finding:

- ``workspace.find_workspace(start)``, ``report_names(start)``, ``resolve(name, start)``, ``safe_name(name)``
- ``layouts.search_path(workspace)``, ``list_layouts(folders)``, ``read_layout(name, folders) -> (layout, problems)``,
  ``find_template_file(name, folders)``, ``example_folder()``

Writing — raises ``Refused`` rather than write what was not meant:

- ``splice.set_field / clear_field / insert / delete / move / indent / outdent``: Document → Document
- ``splice.save_document(document)``, ``splice.new_document(file)``, ``splice.write_report(report) -> str``
- ``save.save(path, data, expected) -> hash``: the one way in which any file of the product is written
"""
