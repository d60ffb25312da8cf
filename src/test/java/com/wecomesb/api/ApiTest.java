package com.wecomesb.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of REST behind its doors; WeCom is not simulated, so the key is the only way in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ApiApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.datasource.generate-unique-name=false",
            "esb.wecom.apps.service.corp-id=ww1",
            "esb.api.key=" + ApiTest.KEY
        })
@AutoConfigureMockMvc
@interface ApiTest {

    String KEY = "the-key-of-this-test";
    String BEARER = "Bearer " + KEY;
}
