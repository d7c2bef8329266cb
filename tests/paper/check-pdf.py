#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader needs of a PDF, checked on the objects that qpdf shows.

check-pdf.py FILE [--lang LANG]: prints one line a finding, exits 1 when there is any.
"""
import json
import subprocess
import sys

GROUPS = {"Document", "Table", "TR", "L", "LI", "TOC", "TOCI", "Sect"}
PARENTS = {
    "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"},
    "TOCI": {"TOC"}, "Reference": {"TOCI"},
}


class Checker:
    def __init__(self, path, lang):
        out = subprocess.run(["qpdf", "--json", "--json-key=qpdf", path], check=True,
                             capture_output=True).stdout
        self.objects = json.loads(out)["qpdf"][1]
        self.root = self.value(self.value(self.objects["trailer"])["/Root"])
        self.lang = lang
        self.findings = []
        self.headings = []
        self.names = {}
        self.content = set()  # (page, mcid) seen in the structure

    def value(self, thing):
        while isinstance(thing, str) and thing.endswith(" R"):
            thing = self.objects.get("obj:" + thing)
        if isinstance(thing, dict) and "value" in thing:
            return thing["value"]
        if isinstance(thing, dict) and "stream" in thing:
            return thing["stream"]["dict"]
        return thing

    def say(self, text):
        self.findings.append(text)

    def check_catalogue(self):
        if self.root.get("/Lang") != "u:" + self.lang:
            self.say(f"language is {self.root.get('/Lang')}, not {self.lang}")
        if self.value(self.root.get("/MarkInfo")) != {"/Marked": True}:
            self.say("not marked as tagged")
        preferences = self.value(self.root.get("/ViewerPreferences")) or {}
        if preferences.get("/DisplayDocTitle") is not True:
            self.say("title not shown")
        if "/Metadata" not in self.root:
            self.say("no XMP metadata")

    def pages(self, node=None):
        node = self.value(node or self.root["/Pages"])
        if node["/Type"] == "/Page":
            yield node
        for kid in node.get("/Kids", []):
            yield from self.pages(kid)

    def check_pages(self):
        for number, page in enumerate(self.pages(), 1):
            if page.get("/Tabs") != "/S":
                self.say(f"page {number}: tab order is not that of the structure")
            for annotation in self.value(page.get("/Annots", [])):
                annotation = self.value(annotation)
                if annotation.get("/Subtype") != "/Link":
                    self.say(f"page {number}: annotation {annotation.get('/Subtype')}")
                if not annotation.get("/Contents"):
                    self.say(f"page {number}: link without words")
                if "/StructParent" not in annotation:
                    self.say(f"page {number}: link outside the structure")

    def check_element(self, reference, parent):
        element = self.value(reference)
        name = element["/S"][1:]
        self.names[name] = self.names.get(name, 0) + 1
        if name in PARENTS and parent not in PARENTS[name]:
            self.say(f"{name} in {parent}")
        if name == "Figure" and not element.get("/Alt"):
            self.say("Figure without Alt")
        if name == "TH" and self.value(element.get("/A", {})).get("/Scope") not in (
                "/Row", "/Column", "/Both"):
            self.say("TH without Scope")
        if len(name) == 2 and name[0] == "H" and name[1].isdigit():
            self.headings.append(int(name[1]))

        kids = self.value(element.get("/K", []))
        if not isinstance(kids, list):
            kids = [element["/K"]]
        objects = 0
        for kid in kids:
            value = self.value(kid)
            if isinstance(value, int):
                self.take_content(element["/Pg"], value, name)
            elif value.get("/Type") == "/MCR":
                self.take_content(value["/Pg"], value["/MCID"], name)
            elif value.get("/Type") == "/OBJR":
                objects += 1
            else:
                if self.value(value["/P"]) is not element and value["/P"] != reference:
                    self.say(f"{value['/S']} does not lead back to its {name}")
                self.check_element(kid, name)
        if name == "Link" and objects == 0:
            self.say("Link without annotation")

    def take_content(self, page, mcid, name):
        if name in GROUPS:
            self.say(f"content directly in {name}")
        if (page, mcid) in self.content:
            self.say(f"content {mcid} of {page} twice in the structure")
        self.content.add((page, mcid))

    def check_tables(self):
        for thing in self.objects.values():
            element = self.value(thing)
            if not isinstance(element, dict) or element.get("/S") != "/Table":
                continue
            widths = {len(self.value(self.value(row)["/K"])) for row in element["/K"]}
            if len(widths) != 1:
                self.say(f"rows of {sorted(widths)} cells in one table")

    def check_parent_tree(self, tree):
        numbers = self.value(tree["/ParentTree"])["/Nums"]
        seen = 0
        for parents in numbers[1::2]:
            parents = self.value(parents)
            if not isinstance(parents, list):
                continue
            seen += len(parents)
            for parent in parents:
                if self.value(parent) is None:
                    self.say("parent tree leads nowhere")
        if seen != len(self.content):
            self.say(f"{seen} marked contents, {len(self.content)} in the structure")

    def check_headings(self):
        before = 0
        for level in self.headings:
            if level > before + 1:
                self.say(f"heading {level} after heading {before}")
            before = level

    def run(self):
        self.check_catalogue()
        self.check_pages()
        tree = self.value(self.root.get("/StructTreeRoot"))
        if tree is None:
            self.say("no structure")
            return
        kids = self.value(tree["/K"])
        if len(kids) != 1 or self.value(kids[0])["/S"] != "/Document":
            self.say("the structure is not one Document")
        for kid in kids:
            self.check_element(kid, "StructTreeRoot")
        self.check_tables()
        self.check_parent_tree(tree)
        self.check_headings()


def main():
    path = sys.argv[1]
    lang = sys.argv[sys.argv.index("--lang") + 1] if "--lang" in sys.argv else "fr"
    sys.setrecursionlimit(10000)
    checker = Checker(path, lang)
    checker.run()
    for finding in checker.findings[:50]:
        print(finding)
    print(" ".join(f"{name}={count}" for name, count in sorted(checker.names.items())))
    return 1 if checker.findings else 0


if __name__ == "__main__":
    sys.exit(main())
