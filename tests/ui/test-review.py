#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement read in a real window: S8 of the officer's desk, a page on a known agreement completes
it in a few steps and one undo takes all away; a text about an unknown agreement makes a new one; a
text about none says so, and nothing was changed.

A PDF is reviewed beside its pages: what a suggestion rests on is gone to there. A scan is said to
be one, and of thousands of pages the first ones are read.

usage: test-review.py PROGRAM SAMPLE MAKE-PDF"""

import subprocess
import sys

from driving import Failure, GLib, Role, open_sample, run, wait

PROGRAM, SAMPLE, MAKE_PDF = sys.argv[1:4]

NEWS = """Hué et Namur renouvellent leur coopération

Le premier accord de coopération entre les villes de Hué (Vietnam) et Namur (Belgique) avait été conclu en 2010 à Lausanne. C’est de nouveau à Lausanne que les deux villes viennent de signer un Protocole de coopération pour la période 2024-2029.

M. Le Nhat Vo, Président du Comité population de Hué, et M. Maxime Prévot, Député-Bourgmestre de Namur, ont signé le Protocole de coopération 2024-2029 vendredi 24 mai 2024.

Par ce Protocole de coopération 2024-2029, la Ville de Hué et la Ville de Namur ont convenu de développer leur coopération en priorité dans les domaines suivants :

  • La transition numérique, vers une ville intelligente et durable ;
  • Les échanges culturels et la gestion du patrimoine historique ;
  • L’aménagement des espaces verts.

Ces articles pourraient vous intéresser

Le ministre djiboutien de la Décentralisation a signé à Tripoli, du 16 au 20 novembre 2024, un accord de coopération avec la Libye.
"""

UNKNOWN = """CONVENTION DE PARTENARIAT 2025-2027

Entre la Ville de Burggen (Allemagne), représentée par son bourgmestre, et la Ville de Namur (Belgique), représentée par son bourgmestre,

Fait à Burggen, le 3 mars 2025, en deux exemplaires originaux, en français et en allemand.
"""


def read(window, text):
    """As a drop of a file."""
    path = window.folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    window.act("import-agreement-from", GLib.Variant("s", str(path)))


def read_pdf(window, kind, content):
    pdf = window.folder / "page.pdf"
    if kind == "text":
        source = window.folder / "page.txt"
        source.write_text(content, encoding="utf-8")
        content = source
    subprocess.run([MAKE_PDF, kind, content, pdf], check=True)
    window.act("import-agreement-from", GLib.Variant("s", str(pdf)))


def test_known():
    """S8: drop, Apply, Ctrl+Z: three steps of five."""
    with open_sample(PROGRAM, SAMPLE) as window:
        read(window, NEWS)
        window.find(Role.BUTTON, "Apply 3")
        window.find(Role.LABEL, part="Collaboration Protocol 2024-2029")
        window.find(Role.LABEL, "12 already right")
        window.find(Role.LABEL, "1 passage left out")
        window.find(Role.LABEL, part="now: Protocole de collaboration 2024-2029")
        if any("Libye" in name and len(name) < 200 for name in window.names()):
            raise Failure("the other article is proposed")
        window.check_names()
        window.click_button("Apply 3")
        window.find(Role.LABEL, part="“Collaboration Protocol 2024-2029” Completed")
        window.wait_dialog_gone()
        wait("something to undo", 5, lambda: window.is_enabled("undo"))
        window.press("ctrl+z")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))


def test_unknown():
    with open_sample(PROGRAM, SAMPLE) as window:
        read(window, UNKNOWN)
        window.find(Role.BUTTON, part="Apply ")
        window.find(Role.LABEL, "New agreement")
        window.find(Role.LABEL, part="Ville de Burggen (Germany)")
        window.check_names()
        window.tab_to(window.find(Role.CHECK_BOX, "Burggen"), 40)
        window.press("space")
        window.click_button(part="Apply ")
        window.find(Role.LABEL, part="Added")


def test_pages():
    """S8 from a PDF: the page beside the suggestions, and from one of them to its words."""
    with open_sample(PROGRAM, SAMPLE) as window:
        read_pdf(window, "text", NEWS.replace("Par ce Protocole", "\fPar ce Protocole"))
        window.find(Role.BUTTON, "Apply 3")
        window.find(Role.GROUPING, "Pages of “page.pdf”")
        window.find(Role.IMAGE, "Page 1 of 2")
        window.wait_text("Page", "1")
        window.check_names()
        window.click_button("Page 2")
        window.wait_text("Page", "2")
        window.find(Role.IMAGE, "Page 2 of 2")
        window.click_button("Apply 3")
        window.find(Role.LABEL, part="“Collaboration Protocol 2024-2029” Completed")
        window.wait_dialog_gone()
        wait("something to undo", 5, lambda: window.is_enabled("undo"))
        window.press("ctrl+z")
        wait("nothing to undo", 5, lambda: not window.is_enabled("undo"))


def test_none():
    with open_sample(PROGRAM, SAMPLE) as window:
        read(window, "Le marché de Noël ouvre samedi à dix heures.\n")
        window.find(Role.LABEL, "No Agreement Found")
        window.check_names()
        window.find(Role.BUTTON, "Ignore")
        window.press("Escape")
        window.wait_dialog_gone()
        if window.is_enabled("undo"):
            raise Failure("something was written")


def test_scan():
    with open_sample(PROGRAM, SAMPLE) as window:
        read_pdf(window, "scan", "2")
        window.find(Role.LABEL, part="“page.pdf” is a scan")
        window.check_names()
        window.press("Escape")
        window.wait_dialog_gone()


def test_huge():
    """What takes long is left at once; and only part of it is read, which is said."""
    with open_sample(PROGRAM, SAMPLE) as window:
        read_pdf(window, "pages", "5000")
        window.find(Role.PROGRESS_BAR, "Progress")
        window.press("Escape")
        window.wait_dialog_gone()

        window.act("import-agreement-from", GLib.Variant("s", str(window.folder / "page.pdf")))
        window.find(Role.LABEL, "Only the first 500 of 5000 pages were read.", seconds=60)
        window.press("Escape")
        window.wait_dialog_gone()
        if window.is_enabled("undo"):
            raise Failure("something was written")


if __name__ == "__main__":
    run([test_known, test_unknown, test_pages, test_none, test_scan, test_huge])
