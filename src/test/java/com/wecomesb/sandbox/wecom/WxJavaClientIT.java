package com.wecomesb.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.kf.WxCpKfMsgListResp;
import me.chanjar.weixin.cp.bean.kf.WxCpKfMsgSendRequest;
import me.chanjar.weixin.cp.bean.kf.msg.WxCpKfTextMsg;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that is not ours takes the simulated WeCom for the real one. */
class WxJavaClientIT {

    private static RunningSandbox sandbox;
    private static WxCpService wecom;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("esb.sandbox.limits.empty-page-every=0");
        wecom = client(SandboxDefaults.APP_SECRET);
    }

    private static WxCpService client(String secret) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl("http://127.0.0.1:" + sandbox.port() + "/sandbox/wecom");
        config.setCorpId(SandboxDefaults.CORP_ID);
        config.setCorpSecret(secret);
        config.setAgentId(SandboxDefaults.AGENT_ID);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        return service;
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void getsTheSameTokenWithinItsValidity() throws WxErrorException {
        // When
        String first = wecom.getAccessToken(true);
        String second = wecom.getAccessToken(true);

        // Then
        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    @Test
    void readsTheCodeOfAWrongSecret() {
        // When / Then
        assertThatThrownBy(() -> client("somebody-else").getAccessToken())
                .asInstanceOf(type(WxErrorException.class))
                .satisfies(exception ->
                        assertThat(exception.getError().getErrorCode()).isEqualTo(40001));
    }

    @Test
    void sendsAnApplicationMessage() throws WxErrorException {
        // Given
        WxCpMessage message = WxCpMessage.TEXT()
                .agentId(SandboxDefaults.AGENT_ID)
                .toUser("zhangsan|gone")
                .content("有客户在等您")
                .build();

        // When
        WxCpMessageSendResult result = wecom.getMessageService().send(message);

        // Then
        assertThat(result.getInvalidUserList()).containsExactly("gone");
        assertThat(sandbox.look("/members/zhangsan")
                        .path("messages")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("有客户在等您");
    }

    @Test
    void pullsAndAnswersACustomer() throws WxErrorException {
        // Given
        sandbox.customerWrites("你好,我想退货,怎么办理?");

        // When
        WxCpKfMsgListResp page = wecom.getKfService().syncMsg(null, null, 1000, 0, SandboxDefaults.KF_ACCOUNT);
        wecom.getKfService().sendMsg(answerTo(page.getMsgList().get(0)));

        // Then
        assertThat(page.getMsgList()).singleElement().satisfies(message -> {
            assertThat(message.getOrigin()).isEqualTo(3);
            assertThat(message.getText().getContent()).isEqualTo("你好,我想退货,怎么办理?");
        });
        assertThat(sandbox.look("/chats/" + SandboxDefaults.CUSTOMER)
                        .path("messages")
                        .findValuesAsText("from"))
                .containsExactly("customer", "bot");
    }

    private static WxCpKfMsgSendRequest answerTo(WxCpKfMsgListResp.WxCpKfMsgItem message) {
        WxCpKfMsgSendRequest answer = new WxCpKfMsgSendRequest();
        answer.setToUser(message.getExternalUserId());
        answer.setOpenKfid(message.getOpenKfid());
        answer.setMsgType("text");
        WxCpKfTextMsg text = new WxCpKfTextMsg();
        text.setContent("七天内可无理由退换");
        answer.setText(text);
        return answer;
    }

    @Test
    void movesASessionToTheWaitingPool() throws WxErrorException {
        // Given
        sandbox.customerWrites("人工");

        // When
        String code = wecom.getKfService()
                .transServiceState(SandboxDefaults.KF_ACCOUNT, SandboxDefaults.CUSTOMER, 2, null)
                .getMsgCode();

        // Then
        assertThat(code).isNotEmpty();
        assertThat(wecom.getKfService()
                        .getServiceState(SandboxDefaults.KF_ACCOUNT, SandboxDefaults.CUSTOMER)
                        .getServiceState())
                .isEqualTo(2);
    }

    @Test
    void readsAccountsServicersAndCustomers() throws WxErrorException {
        // Given
        sandbox.customerWrites("在吗");

        // When
        var accounts = wecom.getKfService().listAccount(0, 100).getAccountList();
        var servicers =
                wecom.getKfService().listServicer(SandboxDefaults.KF_ACCOUNT).getServicerList();
        var customers = wecom.getKfService().customerBatchGet(List.of(SandboxDefaults.CUSTOMER, "zhangsan"));

        // Then
        assertThat(accounts)
                .singleElement()
                .satisfies(account -> assertThat(account.getName()).isEqualTo(SandboxDefaults.KF_ACCOUNT_NAME));
        assertThat(servicers).hasSize(2);
        assertThat(customers.getCustomerList())
                .singleElement()
                .satisfies(customer -> assertThat(customer.getNickname()).isEqualTo(SandboxDefaults.CUSTOMER_NAME));
        assertThat(customers.getInvalidExternalUserId()).containsExactly("zhangsan");
    }

    @Test
    void renewsAnExpiredTokenByItself() throws WxErrorException {
        // Given
        wecom.getAccessToken();
        sandbox.turn("wecom", "expire-tokens");

        // When
        var accounts = wecom.getKfService().listAccount(0, 100);

        // Then
        assertThat(accounts.getErrcode()).isZero();
    }

    @Test
    void uploadsAPictureAndSendsIt() throws Exception {
        // Given
        sandbox.customerWrites("在吗");
        var picture = new java.io.File("routes/replies/files/shop.png");
        WxCpMessage message = WxCpMessage.IMAGE()
                .agentId(SandboxDefaults.AGENT_ID)
                .toUser("zhangsan")
                .mediaId(wecom.getMediaService().upload("image", picture).getMediaId())
                .build();

        // When
        WxCpMessageSendResult result = wecom.getMessageService().send(message);

        // Then
        assertThat(result.getErrCode()).isZero();
        assertThatThrownBy(() -> wecom.getMediaService().upload("voice", picture))
                .isInstanceOf(WxErrorException.class)
                .extracting(failure -> ((WxErrorException) failure).getError().getErrorCode())
                .isEqualTo(40004);
    }
}
