package io.channelkeeper.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

import io.channelkeeper.TestEnvironment;

/**
 * A test in a real Chromium. Its methods may take a {@link Browsing} as parameter. All
 * such tests share one application; the practice networks begin anew before each. MockMvc
 * is there for the other tests' components only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureMockMvc
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = { TestEnvironment.class, BrowserEnvironment.class })
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {

}
