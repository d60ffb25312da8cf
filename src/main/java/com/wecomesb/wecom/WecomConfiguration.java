package com.wecomesb.wecom;

import com.wecomesb.wecom.api.WecomClient;
import com.wecomesb.wecom.callback.CallbackDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the component under the name by which Camel looks it up before it makes one itself. */
@Configuration(proxyBeanMethods = false)
class WecomConfiguration {

    @Bean("wecom-component")
    WecomComponent wecomComponent(WecomClient client, CallbackDoor door) {
        WecomComponent component = new WecomComponent();
        component.setClient(client);
        component.setDoor(door);
        return component;
    }
}
