/** An example of the manual: how a plugin of somebody else looks. Imports the SPI of the server alone. */
package com.example.testcard;
