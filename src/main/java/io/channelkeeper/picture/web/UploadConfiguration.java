package io.channelkeeper.picture.web;

import jakarta.servlet.MultipartConfigElement;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How large a request with a file may be: the file, and what a form says beside it.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

	private static final long BESIDE_THE_FILE = 1024 * 1024;

	@Bean
	MultipartConfigElement multipartConfigElement(MultipartProperties properties) {
		MultipartConfigElement limits = properties.createMultipartConfig();
		return new MultipartConfigElement(limits.getLocation(), limits.getMaxFileSize(),
				limits.getMaxFileSize() + BESIDE_THE_FILE, limits.getFileSizeThreshold());
	}

}
