package io.channelkeeper.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Finds the texts: one pair of files per feature, one pair in each provider's folder.
 * English stands in the file without a language.
 */
@Configuration(proxyBeanMethods = false)
class TextsConfiguration {

	private static final String SUFFIX = ".properties";

	@Bean
	MessageSource messageSource() throws IOException {
		ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		Stream<String> features = Stream.of(resolver.getResources("classpath*:messages/*" + SUFFIX))
			.map(TextsConfiguration::name)
			.filter((name) -> !name.contains("_"))
			.map((name) -> "messages/" + name);
		String folders = "io/channelkeeper/network/";
		Stream<String> providers = Stream.of(resolver.getResources("classpath*:" + folders + "*/messages" + SUFFIX))
			.map((file) -> folders + folder(file) + "/messages");
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasenames(Stream.concat(features, providers).distinct().sorted().toArray(String[]::new));
		texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
		texts.setFallbackToSystemLocale(false);
		texts.setAlwaysUseMessageFormat(true);
		return texts;
	}

	private static String name(Resource file) {
		String name = Objects.requireNonNull(file.getFilename());
		return name.substring(0, name.length() - SUFFIX.length());
	}

	private static String folder(Resource file) {
		try {
			String path = file.getURL().getPath();
			int end = path.lastIndexOf('/');
			return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
