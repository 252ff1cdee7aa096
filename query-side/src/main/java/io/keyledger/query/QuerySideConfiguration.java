package io.keyledger.query;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The whole query side, for an application of its own or as a part of another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryDatabaseProperties.class)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = QuerySideApplication.class))
public class QuerySideConfiguration {}
