package com.wecomesb.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the list of mistakes instead of a stack trace. */
final class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationRefused cause) {
        String action = "请按上面的 文件:行:列 逐条改正后再启动(`java -jar wecom-esb.jar rules check` 只检查、不启动)。";
        return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
    }
}
