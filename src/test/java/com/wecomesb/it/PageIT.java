package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page in a real browser; skipped, loudly, where there is none. */
class PageIT {

    private static final Logger log = LoggerFactory.getLogger(PageIT.class);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static ChromeDriver browser;

    @BeforeAll
    static void openPage() throws IOException {
        boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!installed) {
            log.error("NO BROWSER: /usr/bin/chromium and /usr/bin/chromedriver are missing, THE PAGE IS NOT TESTED");
        }
        assumeTrue(installed, "no browser on this machine");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1500,1300");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.get("http://localhost:" + RunningBus.get().port() + "/");
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void showsWhatHappensFromTheFirstWordToTheTicket() throws IOException {
        // Given
        browser.findElement(By.id("new-customer")).click();

        // When
        browser.findElement(By.cssSelector("[data-text='我想退货']")).click();

        // Then
        eventually("#chat li.bot", "七天内可无理由退换");
        eventually("#story", "refund-request");
        eventually("#tickets", "退换货");
        eventually("#contacts .card", "版");
        assertThat(browser.findElement(By.id("simulated")).getText()).contains("模拟");
        assertThat(browser.findElement(By.id("curl")).getText()).contains("curl");
        screenshot("page");
    }

    @Test
    void aSwitchedOffCrmLetsItsWorkQueueUpVisiblyAndDrainsWhenItIsBack() throws IOException {
        // Given
        WebElement crm = browser.findElement(By.cssSelector("[data-switch='crm']"));
        browser.findElement(By.id("new-customer")).click();
        crm.click();

        // When
        browser.findElement(By.cssSelector("[data-text='我想退货']")).click();

        // Then
        eventually("#chat li.bot", "七天内可无理由退换");
        eventually("#queue", "CRM");
        screenshot("page-crm-down");
        browser.findElement(By.cssSelector("[data-switch='crm']")).click();
        new WebDriverWait(browser, Duration.ofSeconds(90))
                .until(page -> !page.findElement(By.id("queue")).getText().contains("CRM"));
    }

    @Test
    void aMenuHasLinesAndAClickOnOneIsAWordOfTheCustomer() throws IOException {
        // Given
        browser.findElement(By.id("new-customer")).click();
        say("阿巴阿巴");
        eventually("#chat li.bot", "这个问题我还不会");
        say("咕噜咕噜");
        eventually("#chat li.bot .menu-item", "退换货");

        // When
        browser.findElements(By.cssSelector("#chat .menu-item")).stream()
                .filter(line -> line.getText().contains("退换货"))
                .findFirst()
                .orElseThrow()
                .click();

        // Then
        eventually("#chat li.customer", "退换货");
        eventually("#chat li.bot", "七天内可无理由退换");
        screenshot("page-menu");
    }

    @Test
    void whatColleaguesDoInTheirSystemsReachesTheTelephone() throws IOException {
        // Given
        browser.findElement(By.id("new-customer")).click();
        browser.findElement(By.cssSelector("[data-text='我想退货']")).click();
        eventually("#chat li.bot", "七天内可无理由退换");
        eventually("#tickets .changed", "退换货");

        // When
        press("#tickets .card:first-child [data-act='reply']");
        press("[data-act='buy']");
        press("#orders .card:first-child [data-act='ship']");

        // Then
        eventually("#chat", "有答复了");
        eventually("#chat", "已发货");
        eventually("#story", "ticket-answered");
        screenshot("page-way-back");
    }

    private static void press(String button) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page -> page.findElements(By.cssSelector(button)).stream()
                        .findFirst()
                        .orElse(null));
        browser.findElement(By.cssSelector(button)).click();
    }

    private static void say(String words) {
        browser.findElement(By.cssSelector("#compose input")).sendKeys(words, Keys.ENTER);
    }

    @Test
    void anEditedRuleIsInForceTwoSecondsLaterAndAMistakeIsShownWithItsLine() throws IOException {
        // Given
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page -> !text("rule-text").isBlank());
        String before = text("rule-text");

        // When
        write("rule-text", before.replace("priority: 100", "priority: 101"));
        browser.findElement(By.id("save")).click();

        // Then
        eventually("#saved", "已生效");
        write("rule-text", before.replace("any: [$退货]", "any: [$退贷]"));
        browser.findElement(By.id("save")).click();
        eventually("#mistakes", "没有词表“$退贷”");
        screenshot("page-mistake");
        write("rule-text", before);
        browser.findElement(By.id("save")).click();
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(page -> page.findElement(By.id("mistakes")).getText().isBlank());
    }

    private static void eventually(String selector, String words) {
        new WebDriverWait(browser, Duration.ofSeconds(40), Duration.ofMillis(200))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .withMessage(selector + " shows " + words)
                .until(page -> {
                    List<WebElement> found = page.findElements(By.cssSelector(selector));
                    return found.stream().anyMatch(element -> element.getText().contains(words));
                });
    }

    private static String text(String id) {
        return String.valueOf(
                ((JavascriptExecutor) browser).executeScript("return document.getElementById(arguments[0]).value", id));
    }

    private static void write(String id, String text) {
        ((JavascriptExecutor) browser)
                .executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, text);
    }

    private static void screenshot(String name) throws IOException {
        byte[] picture = ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), picture);
    }
}
