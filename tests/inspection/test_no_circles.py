"""The files of inspection stand in an order: none asks, by whatever way round, a file that asks it."""

from grimp import build_graph


def test_no_file_of_inspection_imports_its_way_back_to_itself() -> None:
    """From whatever a file imports, no chain of imports leads back to it."""
    graph = build_graph("shounuo", cache_dir=None)
    ours = {"shounuo.inspection", *graph.find_descendants("shounuo.inspection")}
    circles = [
        (importer, *chain)
        for importer in sorted(ours)
        for imported in graph.find_modules_directly_imported_by(importer)
        if (chain := graph.find_shortest_chain(imported, importer))
    ]
    assert not circles
