package com.wecomesb.sandbox.wecom;

/** The error codes that the simulated WeCom knows (W90313), with their texts, which no caller may rely on. */
public enum Errcode {
    SYSTEM_BUSY(-1, "system busy"),
    OK(0, "ok"),
    WRONG_SECRET(40001, "invalid credential"),
    WRONG_USER(40003, "invalid userid"),
    WRONG_MEDIA_CONTENT(40004, "invalid media type"),
    WRONG_MEDIA_TYPE(40005, "invalid type"),
    WRONG_MEDIA_SIZE(40006, "invalid media size"),
    WRONG_MEDIA_ID(40007, "invalid media_id"),
    WRONG_MESSAGE_TYPE(40008, "invalid message type"),
    WRONG_CORP(40013, "invalid corpid"),
    WRONG_ACCESS_TOKEN(40014, "invalid access_token"),
    TOO_MANY_USERS(40032, "invalid user list size"),
    WRONG_PARAMETER(40035, "invalid parameter"),
    WRONG_JSON(40035, "invalid parameter, Warning: wrong json format."),
    WRONG_AGENT(40056, "invalid agentid"),
    WRONG_EXTERNAL_USER(40096, "invalid external userid"),
    ACCESS_TOKEN_MISSING(41001, "access_token missing"),
    CORP_MISSING(41002, "corpid missing"),
    SECRET_MISSING(41004, "corpsecret missing"),
    CODE_MISSING(41049, "code missing"),
    CODE_INVALID(41050, "invalid code"),
    ACCESS_TOKEN_EXPIRED(42001, "access_token expired"),
    TEXT_EMPTY(44004, "text content is empty"),
    CONTENT_TOO_LONG(45002, "content size out of limit"),
    TOO_MANY_ARTICLES(45008, "article count out of limit"),
    THROTTLED(45009, "api freq out of limit"),
    ACCOUNT_NOT_GRANTED(48007, "kf account not granted to this app"),
    WRONG_CURSOR(50100, "invalid cursor"),
    ACCOUNT_MISSING(60251, "open_kfid missing"),
    NO_RECIPIENT(82001, "touser & toparty & totag all empty"),
    ALL_RECIPIENTS_INVALID(81013, "user & party & tag all invalid"),
    TOO_MANY_PARTIES(82002, "too many parties"),
    TOO_MANY_TAGS(82003, "too many tags"),
    NO_CONTACT_RELATION(84061, "not external contact"),
    WRONG_ACCOUNT(95000, "invalid open_kfid"),
    TOO_MANY_FOR_ONE_MESSAGE(95001, "send msg count limit"),
    CUSTOMER_SILENT(95002, "send msg time limit"),
    NO_SUCH_ACCOUNT(95004, "open_kfid not exist"),
    WRONG_MESSAGE_TOKEN(95007, "invalid msg token"),
    TOO_MANY_MENU_ITEMS(95008, "menu item count out of limit"),
    WRONG_MENU_ITEM(95009, "invalid menu item type"),
    SESSION_ENDED(95013, "session already ended"),
    NOT_A_SERVICER(95014, "user is not a servicer"),
    WRONG_TRANSITION(95016, "state transition not allowed"),
    WRONG_SESSION_STATE(95018, "send msg session status invalid"),
    SERVICER_STOPPED(95019, "servicer stopped"),
    DUPLICATE_MESSAGE_ID(95033, "msgid duplicate"),
    AGENT_OF_OTHER_TOKEN(301002, "not allow operate another agent with this accesstoken");

    private final int code;
    private final String text;

    Errcode(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    String text() {
        return text;
    }
}
