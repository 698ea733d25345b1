// <figure data-chart="line|bar" data-unit="件"><figcaption>…</figcaption><table>…</table></figure>
// The table is the data: first row the names of the series, first column the categories. It stays one click away.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
const dashes = ['solid', 'dashed', 'dotted'];
const rootSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function figures(table) {
  const rows = [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  const [head, ...body] = rows;
  const number = text => (/^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null);
  return {
    categories: body.map(row => row[0]),
    series: head.slice(1).map((name, index) => ({ name, data: body.map(row => number(row[index + 1] ?? '')) })),
  };
}

function options(kind, unit, { categories, series }) {
  const text = colour('--bs-body-color');
  const line = colour('--bs-border-color');
  const fontSize = rootSize();
  const legendShown = series.length > 1;
  return {
    animation: false,
    aria: { enabled: true, decal: { show: kind === 'bar' && series.length > 1 } },
    color: [1, 2, 3, 4, 5, 6].map(number => colour(`--gk-chart-${number}`)),
    textStyle: { color: text, fontFamily: getComputedStyle(document.body).fontFamily, fontSize },
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText', valueFormatter: value => (value == null ? '没有数' : `${value}${unit}`) },
    legend: { show: legendShown, type: 'scroll', top: 0, textStyle: { color: text, fontSize } },
    grid: { left: 8, right: 16, top: fontSize * (legendShown ? 4.2 : 2.5), bottom: 8 },
    xAxis: { type: 'category', data: categories, axisLabel: { color: text, fontSize }, axisLine: { lineStyle: { color: line } } },
    yAxis: { type: 'value', name: unit, nameTextStyle: { color: text, fontSize }, axisLabel: { color: text, fontSize }, splitLine: { lineStyle: { color: line } } },
    series: series.map((one, index) => ({
      ...one, type: kind, symbol: symbols[index % symbols.length], symbolSize: 9, showAllSymbol: true, barMaxWidth: 40,
      lineStyle: { width: 2, type: dashes[index % dashes.length] },
      label: { show: series.length === 1 && categories.length <= 12, position: 'top', color: text, fontSize },
    })),
  };
}

function draw(figure) {
  const table = figure.querySelector('table');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = '看表格';
  const holder = document.createElement('div');
  holder.className = 'chart';
  const wrapped = table.closest('.table-responsive') ?? table;
  wrapped.before(holder);
  wrapped.replaceWith(details);
  details.append(summary, wrapped);

  const chart = init(holder, null, { renderer: 'svg' });
  const show = () => chart.setOption(options(figure.dataset.chart, figure.dataset.unit ?? '', figures(table)), true);
  show();
  holder.setAttribute('role', 'img');
  new ResizeObserver(() => chart.resize()).observe(holder);
  document.addEventListener('gongkai:appearance', show);
  addEventListener('beforeprint', () => chart.resize());
}

export function drawAll() {
  document.querySelectorAll('[data-chart]').forEach(figure => draw(figure));
}
