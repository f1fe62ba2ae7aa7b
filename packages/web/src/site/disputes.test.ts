import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { actaJson } from "../../../../scripts/acta-desk.js";
import { HOSTILE_NAME, publishDisputed } from "../../../../scripts/disputed-folder.js";
import { describeWithBrowser } from "../../../../scripts/real-browser.js";
import { expectForEverybody, testedSite } from "../../../../scripts/site-browser.js";

describeWithBrowser("the page of disputes, in a real browser", () => {
  const { root, out, browser, opened } = testedSite("disputes", publishDisputed);
  const textOf = (page: Page): Promise<string> => page.locator("main").innerText();

  test("says nothing about petitions while none are loaded, nor about deadlines without a law", async () => {
    await opened("disputes.html?edition=2", async (page) => {
      const text = await textOf(page);
      expect(text).toContain("No cargadas en esta edición: no puede decirse cuántas hay");
      expect(text).toContain("No se dice ningún plazo: el registro no tiene conjunto de normas.");
      expect(text).toContain("El resultado no está proclamado");
      expect(text).toMatch(/error material\s+2\s+600/);
      expect(await page.locator(".range .unknown").count()).toBe(1);
      expect(text).not.toMatch(/\b0000\d\d\b/);
    });
  });

  test("says with petitions what the command says, by state, ground and body, and what falls due", async () => {
    const moment = "2026-02-07T20:00Z";
    const { materiality } = await actaJson(root, "disputes", "--data", "data", "--edition", moment);
    await opened("disputes.html?edition=3", async (page) => {
      const text = await textOf(page);
      const signed = (votes: number): string =>
        new Intl.NumberFormat("es-PE", { signDisplay: "exceptZero" }).format(votes).replace("-", "−");
      const [gate] = materiality.gates;
      for (const end of [
        gate.bounds.arithmetic.least,
        gate.bounds.arithmetic.most,
        gate.bounds.asFiledOrAnnulled.least,
      ])
        expect(text).toContain(signed(end));
      expect(text).toContain(signed(gate.bounds.asFiledOrAnnulled.least - gate.petitions.takes));
      expect(text).toContain(
        "2 expedientes, 2 sin resolver en definitiva; nombran 1 mesa y 3 más que nadie ha identificado.",
      );
      expect(text).toMatch(/presentada\s+2/);
      expect(text).toMatch(/causal b\s+1/);
      expect(text).toContain("Jurado Electoral Especial (JEE) Ica");
      expect(text).toMatch(/Plazos, el próximo primero[\s\S]*(?:apelar|resolver)/);
      expect(text).toMatch(/primera instancia: corregida\s+1/);
      expect(text).not.toMatch(/[{}]|\b0000\d\d\b|C-1|P-2/);
    });
    await opened("en/disputes.html", async (page) =>
      expect(await textOf(page)).toMatch(/Certified by .*National Jury of Elections.*, 0001-2026, 1 March 2026\./),
    );
  });

  test("moves the lead with its slider exactly as `acta whatif` counts it, and names no sheet", async () => {
    const today = await actaJson(root, "results", "--data", "data");
    const rival = today.options.find(({ id }: { id: string }) => id !== today.leader.id).id;
    for (const sheets of [1, 7]) {
      const select = { best: { stations: sheets, for: today.leader.id, against: rival } };
      const scenario = { format: "acta-scenario/1", id: "best", overrides: [{ select, action: { kind: "annul" } }] };
      writeFileSync(join(root, "best.json"), JSON.stringify(scenario));
      const { lead } = await actaJson(root, "whatif", "best.json", "--data", "data");
      await opened("disputes.html", async (page) => {
        await page.locator(".slider input").focus();
        for (let step = 0; step < sheets; step++) await page.keyboard.press("ArrowRight");
        const number = new Intl.NumberFormat("es-PE").format(Math.abs(lead.supposed));
        expect(await page.locator(".outcome").innerText()).toContain(`${number} votos`);
      });
    }
  });

  test("shows names from a hostile file as text, has no barrier that axe finds, and fits every screen", async () => {
    await opened("disputes.html?edition=2", async (page) => {
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.title()).not.toBe("broken");
      expect(await textOf(page)).toContain(HOSTILE_NAME);
    });
    await expectForEverybody(browser(), out, ["disputes.html?edition=3"]);
  }, 120_000);
});
