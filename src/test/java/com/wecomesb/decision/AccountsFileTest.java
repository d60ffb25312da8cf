package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AccountsFileTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("esb.wecom.apps.service.corp-id", "ww1")
            .withProperty("esb.wecom.apps.service.mode", "shadow")
            .withProperty("KF_FLAGSHIP", "wkFlagship");
    private final Mistakes mistakes = new Mistakes();

    @Test
    void readsAccountsAndGroups() {
        // When
        Accounts accounts = read("""
                accounts:
                  旗舰店: {app: service, kf: "${KF_FLAGSHIP}", brand: A, mode: testers, testers: [wmA, wmB]}
                groups:
                  售后组: {app: service, users: [zhangsan, lisi]}
                """);
        // Then
        assertThat(mistakes.list()).isEmpty();
        Account flagship = accounts.forKf("wkFlagship").orElseThrow();
        assertThat(flagship.name()).isEqualTo("旗舰店");
        assertThat(flagship.brand()).isEqualTo("A");
        assertThat(flagship.serves("wmA")).isTrue();
        assertThat(flagship.serves("wmC")).isFalse();
        assertThat(accounts.group("售后组").orElseThrow().users()).containsExactly("zhangsan", "lisi");
    }

    @Test
    void readsWhatABrandIsCalledAndWhatItSays() {
        // When
        Accounts accounts = read("""
                brands:
                  A: {name: 晴天, hotline: 400-1, return_address: "${KF_FLAGSHIP}"}
                  B: {hotline: 400-2}
                accounts:
                  旗舰店: {app: service, kf: wk1, brand: A}
                  专卖店: {app: service, kf: wk2, brand: C}
                """);
        // Then
        assertThat(accounts.brand("A").variables())
                .containsOnly(entry("name", "晴天"), entry("hotline", "400-1"), entry("return_address", "wkFlagship"));
        assertThat(accounts.brand("B").variables()).containsEntry("name", "B");
        assertThat(accounts.brand("Z").variables()).containsOnly(entry("name", "Z"));
        assertThat(mistakes.list())
                .extracting(Mistake::toString)
                .containsExactly("accounts.yaml:6:40: 找不到品牌“C”,可用:A、B");
    }

    @Test
    void fallsBackToTheModeOfTheApp() {
        // When
        Accounts accounts = read("accounts: {}");
        // Then
        assertThat(accounts.forApp("service").mode()).hasToString("shadow");
        assertThat(accounts.forKf("service", "wkUnnamed").mode()).hasToString("shadow");
        assertThat(accounts.forApp("unknown").mode()).hasToString("testers");
    }

    @Test
    void anAccountIsOfItsOwnIndustryOrOfItsApps() {
        // When
        Accounts accounts = read("""
                apps:
                  service: {industry: finance}
                accounts:
                  理财: {app: service, kf: wk1, handoff: 理财组}
                  药房: {app: service, kf: wk2, industry: medicine}
                  商店: {app: shop, kf: wk3}
                groups:
                  理财组: {app: service, users: [zhangsan]}
                """);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(accounts.list())
                .extracting(Account::industry)
                .containsExactly(Industry.FINANCE, Industry.MEDICINE, null);
        assertThat(accounts.industriesOfApps()).containsOnlyKeys("service");
        assertThat(accounts.list().get(0).handoff()).isEqualTo("理财组");
    }

    @Test
    void namesAnIndustryOrAnAppThatDoesNotExist() {
        // When
        read("""
                apps:
                  servise: {industry: finance}
                  service: {industry: banking}
                """);
        // Then
        assertThat(mistakes.list())
                .extracting(mistake -> mistake.line() + " " + mistake.message())
                .containsExactlyInAnyOrder(
                        "2 没有应用“servise”,是不是“service”?可用:service", "3 没有行业“banking”,可用:finance、medicine;别的行业不用写");
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        // When
        read("""
                accounts:
                  一: {kf: wk1, mode: on}
                  二: {app: service, kf: "${NOWHERE}"}
                  三: {app: service, kf: wk1}
                  四: [service]
                  五: {app: service, test: [a]}
                groups:
                  空: {app: service}
                account: {}
                """);
        // Then
        assertThat(mistakes.list())
                .extracting(mistake -> mistake.line() + " " + mistake.message())
                .containsExactlyInAnyOrder(
                        "2 缺少 app",
                        "2 不认识模式“on”,可以写 stopped、shadow、testers、live 或 20% 这样的比例",
                        "3 没有名为 NOWHERE 的环境变量或设置",
                        "4 “kf wk1”已在第 2 行写过,一个账号只能写一次",
                        "5 “四”应写成 {app: …, kf: …, mode: …}",
                        "6 不认识“test”,这里可以写 app、brand、handoff、industry、kf、mode、testers",
                        "8 “空”没有成员:请在 users 里写成员的 userid",
                        "9 不认识“account”,这里可以写 accounts、apps、brands、groups");
    }

    @Test
    void namesAModeOfASettingThatDoesNotExist() {
        // Given
        environment.withProperty("esb.wecom.apps.service.mode", "on");
        // When
        read("accounts: {}");
        // Then
        assertThat(mistakes.list()).extracting(Mistake::file).containsExactly("esb.wecom.apps.service.mode");
    }

    @Test
    void agreesWithTheSchemaAboutTheShippedFile() throws IOException {
        // Given
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schema/accounts.schema.json")));
        String shipped = Files.readString(Path.of("routes/accounts.yaml"));
        // When
        read(shipped);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(schema.validate(shipped, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate("accounts: {x: {app: a, mode: on}}", InputFormat.YAML))
                .isNotEmpty();
    }

    private Accounts read(String text) {
        return new AccountsFile(environment)
                .read(List.of(new SourceFile(AccountsFile.PATH, text, Origin.COMPANY)), mistakes);
    }
}
