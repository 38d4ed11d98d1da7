package practice;

import java.nio.file.Path;

import practice.facebook.FacebookConfiguration;
import practice.facebook.FacebookMemory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The web context of the practice networks: only what is named here, nothing scanned.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
		ThymeleafAutoConfiguration.class })
@Import({ FacebookConfiguration.class, ControlController.class, MailboxController.class })
class PracticeConfiguration {

	@Bean
	PracticeClock practiceClock() {
		return new PracticeClock();
	}

	@Bean
	Books books() {
		return new Books();
	}

	@Bean
	Faults faults() {
		return new Faults();
	}

	@Bean(destroyMethod = "stop")
	@ConditionalOnProperty("practice.memory")
	Memory memory(@Value("${practice.memory}") Path folder, FacebookMemory facebook, Mailbox mailbox, JsonMapper json) {
		return Memory.keep(folder, facebook, mailbox, json);
	}

	@Bean(destroyMethod = "stop")
	Mailbox mailbox(@Value("${practice.smtp-port:0}") int port) {
		return Mailbox.start(port);
	}

}
