package practice;

import java.nio.file.Path;
import java.util.List;

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
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The web context of the practice networks: what is named here, and the configuration in
 * each provider's folder.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
		ThymeleafAutoConfiguration.class })
@Import({ ControlController.class, MailboxController.class })
@ComponentScan(basePackageClasses = PracticeConfiguration.class, useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(Configuration.class))
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
	Pushes pushes() {
		return new Pushes();
	}

	@Bean
	Faults faults() {
		return new Faults();
	}

	@Bean(destroyMethod = "stop")
	@ConditionalOnProperty("practice.memory")
	Memory memory(@Value("${practice.memory}") Path folder, List<PracticeProvider> providers, Mailbox mailbox,
			JsonMapper json) {
		return Memory.keep(folder, providers, mailbox, json);
	}

	@Bean(destroyMethod = "stop")
	Mailbox mailbox(@Value("${practice.smtp-port:0}") int port) {
		return Mailbox.start(port);
	}

}
