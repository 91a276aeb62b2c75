'use strict';
// A reader in a browser: goes from page to page by mouse or by keyboard, and notes what must never happen.

const assert = require('node:assert');

/** Where the focus is, and whether one sees it: an outline of 2 px whose colour stands out from the page by 3:1. */
function focusOf(element) {
  const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255);
  const luminance = (colour) => { // WCAG 2.2
    const linear = channels(colour).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const style = getComputedStyle(element);
  const [low, high] = [style.outlineColor, getComputedStyle(document.body).backgroundColor].map(luminance)
    .sort((a, b) => a - b);
  const box = element.getBoundingClientRect();
  return {
    hasOutline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    standsOut: (high + 0.05) / (low + 0.05) >= 3,
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}

/** An address as people read it. */
const readable = (address) => decodeURIComponent(address).replaceAll('+', ' ');

class Visit {
  /** `by`: "mouse" or "keyboard". */
  constructor(page, site, by) {
    Object.assign(this, { page, site, by, complaints: [] });
    this.documents = new Set();
    page.on('request', (request) => {
      if (request.isNavigationRequest()) this.documents.add(request.url());
      const url = request.url();
      if (!url.startsWith(`${site.origin}/`) && !url.startsWith('data:')) this.complaints.push(`asked for ${url}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    page.on('console', (message) => { // what the policy forbids (Content-Security-Policy) is told here as well
      const isAnswer = message.text().includes('the server responded with a status of');
      if (message.type() === 'error' && !(isAnswer && this.documents.has(message.location().url)))
        this.complaints.push(`console: ${message.text()}`);
    });
  }

  /** Opens an address of the site, as one that was typed; what was answered. */
  async open(target, status = 200) {
    const response = await this.page.goto(new URL(target, this.site.origin).href);
    assert.equal(response.status(), status, target);
    return response;
  }

  link(name) { return this.page.getByRole('link', { name }); }

  heading() { return this.page.locator('h1').innerText(); }

  address() { return readable(this.page.url()).slice(this.site.origin.length); }

  /** Goes to what can be used: with the keyboard by Tab alone, and sees that it has the focus. */
  async reach(locator) {
    assert.equal(await locator.count(), 1, `there is one ${locator}`);
    if (this.by === 'mouse') return locator.hover();
    const hasFocus = () => locator.evaluate((element) => element === document.activeElement);
    for (let i = 0; i < 300 && !(await hasFocus()); ++i) await this.page.keyboard.press('Tab');
    assert.ok(await hasFocus(), `Tab leads to ${locator}`);
    assert.deepEqual(await locator.evaluate(focusOf), { hasOutline: true, standsOut: true, isInView: true });
  }

  async use(locator) {
    await this.reach(locator);
    if (this.by === 'mouse') await locator.click();
    else await this.page.keyboard.press('Enter');
  }

  /** Follows a link, until its page is there, another one than this: `to` is a part of its address. */
  async follow(link, to) {
    const from = this.page.url();
    await this.use(link);
    await this.page.waitForURL(({ href }) => href !== from && readable(href).includes(to));
  }

  async search(words) {
    const field = this.page.getByRole('searchbox');
    await this.use(field);
    await field.fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.searchParams.get('q') === words);
  }

  async back() { await this.page.goBack(); }

  /** Waits for pictures, also for those that would come when one scrolls to them. */
  async showPictures() {
    await this.page.locator('img').evaluateAll((pictures) => Promise.all(pictures.map((picture) => {
      picture.loading = 'eager';
      return picture.decode();
    })));
  }

  /** Links that one has to scroll sideways for, in whatever scrolls; the one that shows with its focus is none. */
  linksAside() {
    return this.page.locator('a:not(.skip)').evaluateAll((links) => links
      .filter((link) => link.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((link) => link.textContent));
  }

  /** Whether one has to scroll sideways. */
  isTooWide() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}

module.exports = { Visit };
